import { optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every report about a composition or its hook has. */
export const compositionEventParameters = {
  /** The account that owns the room. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The room whose tracks are composed: `RM…`. */
  RoomSid: optional(sid('RM')),
  /** When it happened, in UTC. */
  Timestamp: optional(timestamp('iso8601')),
};

/** What every report about a composition has. */
export const compositionParameters = {
  /** The composition: `CJ…`. */
  CompositionSid: sid('CJ'),
  /** Where its description is: a path under `video.twilio.com`. */
  CompositionUri: optional(text()),
};

/** What every report about a composition hook has. */
export const hookParameters = {
  /** The composition hook: `HK…`. */
  HookSid: sid('HK'),
  /** Where its description is: a path under `video.twilio.com`. */
  HookUri: optional(text()),
  /** The name that you gave the hook. */
  HookFriendlyName: optional(text()),
};

/** What every report about a failed composition has. */
export const compositionFailureParameters = {
  /** Which step failed; the possible values are not documented. */
  FailedOperation: optional(text()),
  /** What went wrong, in words for people. */
  ErrorMessage: optional(text()),
};
