import { optional, text } from '../../schema/fields.js';
import { type Gatherer, prefixed } from '../../schema/lists.js';

/** What `<Dial><Application>` hands over with a call. */
export const applicationParameters = {
  /** Who hands the call over: up to 256 characters, by default the SID of the dialling account. The only name here that begins small. */
  customerId: optional(text()),
};

/** The parameters that a caller's application hands over. */
export interface ApplicationLists {
  /** The `<Parameter>` elements inside `<Application>`, by name, from `Param_AccountNumber` and so on; empty when there are none. */
  Params: Readonly<Record<string, string | undefined>>;
}

/** @internal */
export const paramList: Gatherer = /* @__PURE__ */ prefixed('Params', 'Param_');
