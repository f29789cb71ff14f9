import { ACCOUNT, startEmulator, TOKEN } from '../../emulator/setup.js';
import { hold, type Target } from '../target.js';
import { inTime } from './in-time.js';
import { fill, findSid, readRequests, type TextRequest } from './requests.js';

const NOBODY = `XX${'0'.repeat(32)}`;
const FORM = 'application/x-www-form-urlencoded';

/** The request, where a client could send it. */
function makeRequest({ method, target, headers, body }: TextRequest): Request | undefined {
  try {
    const authorization = `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return new Request(target, { method, headers: { authorization, 'content-type': FORM, ...headers }, ...(hasBody && { body }) });
  } catch {
    return undefined;
  }
}

export const rest: Target = {
  name: 'rest',
  tokens: [
    '\n----\n',
    '{new}',
    '{account}',
    '&',
    '=',
    '%00',
    '+15550001111',
    '+14155550100',
    'To=',
    'From=',
    'Url=https://app.example/voice',
    'Twiml=<Response><Say>a</Say></Response>',
    'Status=completed',
    'PageSize=',
    'Page=',
    '.json',
    '/',
    '__proto__',
    'constructor',
    'DELETE ',
    'POST ',
    'GET ',
    'content-type: application/json',
    '{"a":1}',
    '[]',
    'authorization: Basic x',
    'Attributes={"a":1}',
    'ScheduleType=fixed',
  ],
  limitMs: 5_000,
  async check(input) {
    const emulator = startEmulator({}, { seed: 1, strict: false });
    const words = { account: ACCOUNT, new: NOBODY };
    const statuses: string[] = [];
    try {
      for (const text of readRequests(input)) {
        const request = makeRequest({ ...text, target: fill(text.target, words), body: fill(text.body, words) });
        if (request === undefined) continue;
        const answer = await inTime(emulator.rest(request), 'A request was not answered');
        const body = await answer.text();
        hold(answer.status < 500 || answer.status === 501, `It answered ${answer.status}: ${body.slice(0, 200)}`);
        if (answer.headers.get('content-type')?.includes('json') === true && body !== '') JSON.parse(body);
        words.new = findSid(body, words.new);
        statuses.push(`${text.method}${answer.status}${/"code": ?(\d+)/.exec(body)?.[1] ?? ''}`);
      }
      await inTime(emulator.advance('1h'), 'An hour did not pass');
    } finally {
      await emulator.close();
    }
    return [...new Set(statuses)].sort().join();
  },
};
