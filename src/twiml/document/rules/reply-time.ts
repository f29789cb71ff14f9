import type { Rule } from '../rule.js';

const LIMIT = 15_000;
const CLOSE = 10_000;

export const replyTime: Rule<'reply-time'> = {
  id: 'reply-time',
  severity: 'error',
  codes: [11200],
  text: 'An answer comes within 15 seconds.',
  trips: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>', durationMs: 15_200 } },
  passes: { reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response/>', durationMs: 150 } },
  reply({ durationMs = 0 }) {
    if (durationMs < CLOSE) return undefined;
    const message = `Twilio waits for ${LIMIT / 1000} seconds; this answer took ${(durationMs / 1000).toFixed(1)}.`;
    return { message, severity: durationMs >= LIMIT ? undefined : 'info' };
  },
};
