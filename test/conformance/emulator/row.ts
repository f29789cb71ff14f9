import type { PlatformRow } from './platform-row.js';
import type { VoiceRow } from './voice-row.js';

/** One run of the emulator: of calls, or of messages and the REST API. */
export type Row = VoiceRow | PlatformRow;
