import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCredentials } from '../../src/line/account/credentials.js';
import { makeBasicAuth } from '../../src/line/basic-auth.js';
import { judgeUrl } from '../../src/line/url-use.js';
import { makeFolder } from './setup.js';

function makeHome(config: unknown): string {
  const home = makeFolder();
  mkdirSync(join(home, '.twilio-cli'));
  writeFileSync(join(home, '.twilio-cli/config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return home;
}

const profiles = {
  default: { accountSid: 'AC1', apiKey: 'SK1', apiSecret: 's1' },
  work: { accountSid: 'AC2', apiKey: 'SK2', apiSecret: 's2', region: 'ie1' },
};

describe('The credentials', () => {
  test('are those of the environment, by key or by token', async () => {
    const home = makeHome({ profiles });
    expect(await findCredentials({ TWILIO_ACCOUNT_SID: 'AC9', TWILIO_AUTH_TOKEN: 't' }, home)).toMatchObject({
      user: 'AC9',
      secret: 't',
      authToken: 't',
    });
    const keyed = {
      TWILIO_ACCOUNT_SID: 'AC9',
      TWILIO_AUTH_TOKEN: 't',
      TWILIO_API_KEY: 'SK9',
      TWILIO_API_SECRET: 's',
      TWILIO_REGION: 'au1',
    };
    expect(await findCredentials(keyed, home)).toMatchObject({ user: 'SK9', secret: 's', authToken: 't', region: 'au1' });
  });

  test.each([
    [{ profiles, activeProject: 'work' }, {}, 'AC2'],
    [{ profiles, activeProject: null }, {}, 'AC1'],
    [{ profiles, activeProject: 'work' }, { TWILIO_PROFILE: 'default' }, 'AC1'],
    [{ profiles }, { TWILIO_ACCOUNT_SID: 'AC9' }, 'AC1'],
  ])('are those of the active profile of %o otherwise', async (config, env, accountSid) => {
    expect(await findCredentials(env as Record<string, string>, makeHome(config))).toMatchObject({ accountSid, authToken: undefined });
  });

  test.each([
    ['no JSON'],
    ['null'],
    ['{"profiles":{"default":{"accountSid":"AC1"}}}'],
    ['{"projects":[{"id":"default","accountSid":"AC1"}]}'],
    [{ profiles, activeProject: '__proto__' }],
  ])('are missing, and the message says what to set, with the file %o', async (config) => {
    await expect(findCredentials({}, makeHome(config))).rejects.toMatchObject({
      code: 'LINE_ACCOUNT',
      message: expect.stringContaining('TWILIO_ACCOUNT_SID'),
    });
  });
});

test.each([
  ['', 'none'],
  ['https://demo.twilio.com/welcome/voice/', 'demo'],
  ['http://localhost:3000/voice', 'local'],
  ['http://[::1]:3000', 'local'],
  ['https://abc.ngrok-free.app/voice', 'tunnel'],
  ['https://ABC.TryCloudflare.com./voice', 'tunnel'],
  ['https://ada.tail1.ts.net/voice', 'tunnel'],
  ['https://ngrok.app/voice', 'other'],
  ['https://evilngrok.app/voice', 'other'],
  ['https://demo.twilio.com.evil.example/', 'other'],
  ['https://handler.twilio.com/twiml/EH0', 'other'],
  ['https://shop.example/?x=localhost', 'other'],
  ['no URL', 'other'],
])('the URL "%s" is judged %s', (url, use) => {
  expect(judgeUrl(url)).toBe(use);
});

describe('A password in the URLs', () => {
  test('is checked as it was given, or made up', () => {
    const { credentials, fits } = makeBasicAuth('twilio:s3cret:0'.replace(':0', '.0'));
    const header = (text: string, scheme = 'Basic') => `${scheme} ${Buffer.from(text).toString('base64')}`;
    expect(fits(header(credentials))).toBe(true);
    expect(fits(header(credentials, 'basic'))).toBe(true);
    for (const wrong of [undefined, '', 'Basic', header('twilio:'), header('twilio:S3cret.0'), header(credentials, 'Bearer')])
      expect(fits(wrong)).toBe(false);
    expect(makeBasicAuth(true).credentials).not.toBe(makeBasicAuth(true).credentials);
  });

  test.each(['ada', ':x', 'ada:', 'ada:a b', 'ada:a@b', 'ada:a:b', `ada:${'x'.repeat(200)}`])(
    'cannot be "%s", and is not told again',
    (text) => {
      expect(() => makeBasicAuth(text)).toThrow(/^--basic-auth takes name:password, of letters, digits and \. _ ~ - alone$/);
    },
  );
});
