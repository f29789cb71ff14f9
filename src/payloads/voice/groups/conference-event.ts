import { integer, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every event of a conference has. Neither addresses nor the status of a call are among them. */
export const conferenceEventParameters = {
  /** The conference: `CF…`. */
  ConferenceSid: sid('CF'),
  /** The account or subaccount that owns the conference. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The conference's name, as `<Conference>` or the API gave it. */
  FriendlyName: optional(text()),
  /** The event's place in the order of the conference's events, from 1. Events may overtake one another: sort by it. */
  SequenceNumber: optional(integer()),
  /** When the event happened, in UTC. */
  Timestamp: optional(timestamp()),
  /** What happened. */
  StatusCallbackEvent: openEnum(
    'conference-start',
    'conference-end',
    'participant-join',
    'participant-leave',
    'participant-mute',
    'participant-unmute',
    'participant-hold',
    'participant-unhold',
    'participant-modify',
    'participant-speech-start',
    'participant-speech-stop',
    'announcement-end',
    'announcement-fail',
  ),
};
