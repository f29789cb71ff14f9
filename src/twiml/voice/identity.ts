import { type Element, element } from '../element.js';

/** What `<Identity>` may stand in. */
export interface IdentityVerb {
  /** Names the client to call, in up to 256 characters without spaces. */
  identity(content: string): this;
}

/** @internal */
export const identityElement: Element = element({
  tag: 'Identity',
  text: 'required',
  attributes: {},
  children: {},
});
