import type { RecordingCallback } from '../recordings/recording.js';

/** What the first who comes decides of a conference. */
export interface ConferenceSettings {
  readonly callback: { readonly url: string; readonly method: 'GET' | 'POST'; readonly events: readonly string[] } | undefined;
  readonly maxParticipants: number;
  /** Where it is recorded from its start. */
  readonly recording:
    | {
        readonly callback: RecordingCallback | undefined;
        /** The old `eventCallbackUrl`, which is told that the recording is there. */
        readonly eventUrl?: string | undefined;
      }
    | undefined;
}

/** What each decides of themselves. */
export interface ParticipantSettings {
  readonly label: string | undefined;
  readonly isMuted: boolean;
  readonly startsOnEnter: boolean;
  readonly endsOnExit: boolean;
  readonly beep: string;
  /** The CallSid of the only one who is to hear them. */
  readonly coach: string | undefined;
  /** What they hear until it starts; `undefined`: Twilio's music, `''`: nothing. */
  readonly wait: { readonly url: string; readonly method: 'GET' | 'POST' } | '' | undefined;
}
