import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, required, text } from '../kinds.js';

const attributes = {
  /**
   * The name that it arrives by: as it stands among the `customParameters` of a WebSocket or app, after `Param_` in the request to a
   * dialled application.
   */
  name: required(text()),
  /** What arrives. For a `<Stream>`, name and value have up to 499 characters together. */
  value: required(text()),
};

/** What `<Parameter>` may carry. */
export interface ParameterAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Parameter>` may stand in. */
export interface ParameterVerb {
  /** Passes a value of yours along, to the app, service or webhook at the other end. */
  parameter(attributes: ParameterAttributes): this;
}

/** @internal */
export const parameterElement: Element = element({
  tag: 'Parameter',
  attributes,
  children: {},
});
