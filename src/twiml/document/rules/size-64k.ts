import type { Rule } from '../rule.js';

const LIMIT = 65_536;

/** Whether Twilio's 64 kB have 1000 or 1024 bytes each is not documented. */
const DOUBTFUL = 64_000;

const LONG = `<Response>${'<Pause length="1"/>'.repeat(4000)}</Response>`;

export const size64k: Rule<'size-64k'> = {
  id: 'size-64k',
  severity: 'error',
  codes: [11750],
  text: 'A document is at most 64 KiB long, in bytes.',
  trips: LONG,
  passes: LONG.replaceAll('<Pause length="1"/>', '<Pause/>'),
  source({ xml }) {
    if (xml.length * 3 <= DOUBTFUL) return undefined;
    const bytes = xml.length > 3 * LIMIT ? xml.length : new TextEncoder().encode(xml).length;
    if (bytes <= DOUBTFUL) return undefined;
    const message = `A document has ${LIMIT} bytes at most; this one has ${bytes}. Twilio does not run it; <Redirect> to a second one.`;
    return bytes > LIMIT ? { message } : { message: `A document of ${bytes} bytes is close to the limit of 64 kB.`, severity: 'info' };
  },
};
