import { integer, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every report about a room has. */
export const roomParameters = {
  /** The account that owns the room. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The room: `RM…`. */
  RoomSid: sid('RM'),
  /** The unique name that you gave the room; its SID where you gave none. */
  RoomName: optional(text()),
  /** What sort of room it is. */
  RoomType: optional(openEnum('go', 'peer-to-peer', 'group-small', 'group')),
  /** What the room is doing. Reports of recordings mostly lack it. */
  RoomStatus: optional(openEnum('in-progress', 'completed', 'failed')),
  /** When it happened, in UTC, to the millisecond or microsecond. */
  Timestamp: optional(timestamp('iso8601')),
  /** A counter of Twilio's own: it does not give the order of events. Requests recorded in 2020 lack it. */
  SequenceNumber: optional(integer()),
};
