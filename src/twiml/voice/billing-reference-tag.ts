import { type Element, element } from '../element.js';

/** What `<BillingReferenceTag>` may stand in. */
export interface BillingReferenceTagVerb {
  /** The reference, in up to 128 characters. */
  billingReferenceTag(content: string): this;
}

/** @internal */
export const billingReferenceTagElement: Element = element({
  tag: 'BillingReferenceTag',
  text: 'required',
  attributes: {},
  children: {},
});
