/** Where what Twilio sends is not what its documentation says, and the schema follows what is sent. */
export interface Deviation {
  /** The kind of webhook, or the group of kinds that share the parameter, such as `voice.recording.*`. */
  readonly kind: string;
  /** The parameter; a dot leads into JSON that it holds. */
  readonly parameter: string;
  /** What the documentation says, or that it says nothing. */
  readonly documented: string;
  /** What is sent. */
  readonly actual: string;
  /** Where it was seen. */
  readonly source: string;
}

/** All known deviations, in the order of their kinds. */
export const deviations: readonly Deviation[] = [];
