import type { TwimlDocument } from '../element.js';

/** A voice document, finished or not: what a voice webhook answers. */
export interface VoiceDocument extends TwimlDocument<'voice'> {}
