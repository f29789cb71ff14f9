import { type Element, element, type Fill, type TwimlBuilder } from '../element.js';
import { type BillingReferenceTagVerb, billingReferenceTagElement } from './billing-reference-tag.js';

/** Inside `<Annotate>`: exactly one tag. */
export interface AnnotateBuilder extends TwimlBuilder, BillingReferenceTagVerb {}

/** What `<Annotate>` may stand in. */
export interface AnnotateVerb {
  /** Marks the call for your own accounting. Twilio's error messages alone know it, and its libraries do not. */
  annotate(fill: Fill<AnnotateBuilder>): this;
}

/** @internal */
export const annotateElement: Element = element<AnnotateBuilder>({
  tag: 'Annotate',
  attributes: {},
  children: {
    billingReferenceTag: () => billingReferenceTagElement,
  },
});
