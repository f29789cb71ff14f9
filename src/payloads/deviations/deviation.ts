/** Where Twilio's traffic differs from its documentation, and a schema follows the traffic. */
export interface Deviation {
  /** The kind of webhook. */
  readonly kind: string;
  /** The parameter. */
  readonly parameter: string;
  /** What the documentation says of it. */
  readonly documented: string;
  /** What was seen. */
  readonly actual: string;
  /** Where it was seen. */
  readonly source: string;
}
