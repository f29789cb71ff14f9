import type { FindingEvent, HeardEvent } from '../../emulator/events.js';

/** One thing that a person heard. */
export type Heard = HeardEvent['heard'];

/** Something that Twilio's debugger would complain of. */
export type Finding = FindingEvent['finding'];
