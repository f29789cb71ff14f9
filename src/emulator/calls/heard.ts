/** What a person may hear on the telephone. */
export type SoundType =
  | 'say'
  | 'play'
  | 'tones'
  | 'beep'
  | 'music'
  | 'ringback'
  | 'silence'
  | 'speech'
  | 'apology'
  | 'busy'
  | 'unavailable'
  | 'hangup';

/** One thing that a person heard. */
export interface Heard {
  /**
   * What it was. `speech` is another person; `apology` is Twilio saying that an application error has occurred; `unavailable` is the
   * announcement of `<Reject>`; `hangup` means that the other side ended the call.
   */
  readonly type: SoundType;
  /** What was said, of `say`, `speech`, `apology` and `unavailable`. */
  readonly text?: string;
  /** Where the sound came from, of `play` and `music`. */
  readonly url?: string;
  /** The voice of `say`, where the document names one. */
  readonly voice?: string;
  /** The language of `say`, where the document names one. */
  readonly language?: string;
  /** The keys whose tones were heard. */
  readonly digits?: string;
  /** How long it lasted, in seconds of the clock; absent while it lasts. */
  readonly seconds?: number;
  /** When it began, in milliseconds since the epoch. */
  readonly at: number;
  /**
   * How long the agent took to answer, of what an agent of ConversationRelay or a media stream says: from the end of what the caller said to the
   * first token or sound, in milliseconds of the world.
   */
  readonly latencyMs?: number;
  /** It was cut off before its end. */
  readonly cut?: true;
}
