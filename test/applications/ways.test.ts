import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Runtime, runProgram, runtimes } from './support/run.js';
import { startTwilio, type TwilioServer } from './support/twilio.js';

/** What each way of asking gives: the length of the list of messages, of a message that was created, of a picture. */
const [list, created, picture] = [255, 97, 17];
const expected = {
  'https.get': list,
  'get, by name': list,
  'https.request': created,
  'request, by name': created,
  'https.get with an agent that keeps connections': list,
  'https.request through https-proxy-agent': created,
  'http.get of an http URL': list,
  'http.get of a whole URL from a proxy': list,
  'follow-redirects': picture,
  fetch: 89,
  'fetch of a Request': list,
  'fetch of media': ['https://mms.twiliocdn.com/AC/picture', 'image/gif', picture],
  axios: list,
  'axios of media': picture,
  'axios through a proxy': list,
  'undici 6': list,
  'undici 7': 62,
  'undici 7 with a pool of its own': list,
  'a socket of its own': [true, true, 'HTTP/1.1 200 OK'],
  'another region': 200,
};

describe.each(Object.keys(runtimes) as Runtime[])('on %s', (runtime) => {
  let twilio: TwilioServer;
  let result: unknown;
  beforeAll(async () => {
    twilio = await startTwilio();
    // Nothing listens where the proxy is said to be: whoever asks it fails.
    ({ result } = await runProgram('ways.mjs', { runtime, emulatorUrl: twilio.url, env: { TEST_PROXY: 'http://127.0.0.1:9' } }));
  });
  afterAll(() => twilio.close());

  test('all that an application may ask Twilio with is led to the emulator', () => {
    expect(result).toEqual(expected);
  });

  test('requests keep the host that they are for', () => {
    const hosts = twilio.asked.map(({ host }) => host);
    expect(new Set(hosts)).toEqual(new Set(['api.twilio.com', 'mms.twiliocdn.com', 'api.dublin.ie1.twilio.com']));
    expect(hosts.filter((host) => host === 'mms.twiliocdn.com')).toHaveLength(3);
  });

  test('no credentials go on to another host', () => {
    const media = twilio.asked.filter(({ host }) => host === 'mms.twiliocdn.com');
    expect(media.map(({ authorization }) => authorization)).toEqual([undefined, undefined, undefined]);
  });
});
