import { type Element, element } from '../element.js';

/** What `<ApplicationSid>` may stand in. */
export interface ApplicationSidVerb {
  /** Names the app, by `AP` and 32 hexadecimal digits. */
  applicationSid(content: string): this;
}

/** @internal */
export const applicationSidElement: Element = element({
  tag: 'ApplicationSid',
  text: 'required',
  attributes: {},
  children: {},
});
