import { type Element, element } from '../element.js';

/** What `<Media>` may stand in. */
export interface MediaVerb {
  /** Attaches the file at a URL; ten at most. */
  media(content: string | URL): this;
}

/** @internal */
export const mediaElement: Element = element({
  tag: 'Media',
  text: 'required',
  attributes: {},
  children: {},
});
