import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { credentials, type Runtime, runProgram, runtimes } from './support/run.js';
import { startTwilio, type TwilioServer } from './support/twilio.js';

let twilio: TwilioServer;
beforeAll(async () => {
  twilio = await startTwilio();
});
beforeEach(() => {
  twilio.asked.length = 0;
});
afterAll(() => twilio.close());

const versions = ['twilio3', 'twilio4', 'twilio5', 'twilio6'];
const everywhere = Object.keys(runtimes) as Runtime[];

describe.each(versions)('%s, unchanged', (version) => {
  test.each(everywhere)('creates, lists and fetches at the emulator on %s', async (runtime) => {
    const { result } = await runProgram('client.cjs', { runtime, emulatorUrl: twilio.url, parts: [version] });
    expect(result).toEqual({
      message: [`SM${'1'.padStart(32, '0')}`, 'Grüße 🚀 & more', 'queued'],
      call: `CA${'1'.padStart(32, '0')}`,
      messages: ['01', '02', '03', '04'],
      tasks: 1,
      media: 'image/gif',
      missing: { status: 404, code: 20404 },
      token: credentials.TWILIO_AUTH_TOKEN,
    });
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = credentials;
    expect(new Set(twilio.asked.map(({ authorization }) => authorization))).toEqual(new Set([`Basic ${btoa(`${sid}:${token}`)}`]));
    expect(twilio.asked.map(({ method, host }) => `${method} ${host}`)).toEqual([
      'POST api.twilio.com',
      'POST api.twilio.com',
      'GET api.twilio.com',
      'GET api.twilio.com',
      'GET taskrouter.twilio.com',
      'GET api.twilio.com',
      'GET api.twilio.com',
    ]);
  });
});
