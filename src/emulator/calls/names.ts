/** How far a call is: https://www.twilio.com/docs/voice/api/call-resource#call-status-values */
export type CallStatus = 'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** Which way a call goes, and who started it. */
export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';

/**
 * What a document is run for, which decides what may stand in it and what its end means: `call` is the call itself, `whisper` what the dialled
 * person hears before they are joined, `conference-wait` and `enqueue-wait` the music of those who wait, `queue` what the waiting caller hears
 * before an agent is joined, `announcement` what all in a conference hear.
 */
export type DocumentLevel = 'call' | 'whisper' | 'conference-wait' | 'enqueue-wait' | 'queue' | 'announcement';

/** Whether a call with this status is over. */
export function isOver(status: CallStatus): boolean {
  return !['queued', 'initiated', 'ringing', 'in-progress'].includes(status);
}
