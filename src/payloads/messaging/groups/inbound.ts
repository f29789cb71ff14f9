import { integer, openEnum, optional, sid, textOrEmpty } from '../../fields.js';

/** What every incoming message has beside its identity and its media. */
export const inboundParameters = {
  /** @deprecated A copy of `MessageSid`, on incoming messages alone. Use `MessageSid`. */
  SmsMessageSid: optional(sid('SM', 'MM')),
  /** @deprecated It says that the message was received, and nothing else. */
  SmsStatus: optional(openEnum('received', 'receiving')),
  /** The text, of up to 1600 characters; empty when there is only media or a place. */
  Body: textOrEmpty(),
  /** How many segments carried the text; 1 for anything but SMS. */
  NumSegments: optional(integer()),
};
