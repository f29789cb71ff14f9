import { ask, connect } from '../../emulator/control/client.js';
import { startEmulator } from '../../emulator/setup.js';
import { hold, type Target } from '../target.js';
import { inTime } from './in-time.js';
import { fill, findSid, readRequests } from './requests.js';

const NOBODY = `CA${'0'.repeat(32)}`;
const VOICE = '<Response><Gather action="/voice" numDigits="1"><Say>Press one</Say></Gather></Response>';

/** How long a stream of events is read: it has no end. */
const isStream = (path: string) => path.includes('/events');

export const control: Target = {
  name: 'control',
  tokens: [
    '\n----\n',
    '{new}',
    '{',
    '}',
    '"do":',
    '"call"',
    '"text"',
    '"press"',
    '"from":"+14155550100"',
    '"to":"+15550001111"',
    '"callSid":',
    '"advance","by":"1h"',
    '"reset"',
    '"faults":{}',
    '"settings":{"voiceUrl":"/voice"}',
    'null',
    '[]',
    '-1',
    '1e999',
    '"__proto__":',
    '/control/',
    '?seq=1',
    '&runner=vitest',
    '..',
    '%2e%2e',
    'POST ',
    'GET ',
    'origin: https://evil.example',
    'authorization: Bearer x',
    'content-type: text/plain',
    'host: evil.example',
  ],
  limitMs: 5_000,
  async check(input) {
    const emulator = startEmulator({ '/voice': VOICE }, { seed: 1, strict: false, clock: 'steered' });
    const server = await emulator.listen();
    const words = { new: NOBODY };
    const outcomes: string[] = [];
    try {
      for (const { method, target, headers, body } of readRequests(input)) {
        const path = fill(target, words);
        if (!/^\/[!-~]*$/.test(path) || isStream(path) || 'upgrade' in headers || 'transfer-encoding' in headers) continue;
        const all = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json', ...withoutLength(headers) };
        const answer = await inTime(ask(server.url, path, { method, headers: all, body: fill(body, words) }), 'A request was not answered');
        hold(answer.status < 500, `${method} ${path} is answered by ${answer.status}: ${answer.body.slice(0, 200)}`);
        words.new = /"(?:callSid|messageSid)":"(\w{34})"/.exec(answer.body)?.[1] ?? findSid(answer.body, words.new);
        outcomes.push(`${method}${answer.status}${answer.status === 400 ? answer.body.slice(12, 30) : ''}`);
      }
      const { version } = await inTime(connect(server).state(), 'It does not tell its state');
      hold(version === 1, 'The state is no state');
    } finally {
      await emulator.close();
    }
    return [...new Set(outcomes)].sort().slice(0, 5).join();
  },
};

/** A length that is not that of the body would leave both sides waiting, which is no matter of ours. */
function withoutLength(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own = ['content-length', 'connection', 'expect', 'te', 'trailer'];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name.toLowerCase())));
}
