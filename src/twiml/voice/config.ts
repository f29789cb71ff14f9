import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, required, text } from '../kinds.js';

const attributes = {
  /** The setting, by its name at the provider; for a virtual agent, for example `language`, `voiceName` or `welcomeIntent`. */
  name: required(text()),
  /** What to set it to. */
  value: required(text()),
};

/** What `<Config>` may carry. */
export interface ConfigAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Config>` may stand in. */
export interface ConfigVerb {
  /** Sets one setting of the engine or agent. */
  config(attributes: ConfigAttributes): this;
}

/** @internal */
export const configElement: Element = element({
  tag: 'Config',
  attributes,
  children: {},
});
