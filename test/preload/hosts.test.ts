import { describe, expect, test } from 'vitest';
import { judgeHost } from '../../src/preload/hosts.js';

describe('judgeHost', () => {
  test.each([
    'api.twilio.com',
    'taskrouter.twilio.com',
    'flex-api.twilio.com',
    'preview-iam.twilio.com',
    'api.ie1.twilio.com',
    'api.dublin.ie1.twilio.com',
    'mcs.us1.twilio.com',
    'mms.twiliocdn.com',
    'media.twiliocdn.com',
    'API.Twilio.COM',
    'api.twilio.com.',
    'ａｐｉ.twilio.com',
  ])('leads %s to the emulator', (host) => {
    expect(judgeHost(host)).toBe('led');
  });

  test.each([
    'twilio.com',
    'www.twilio.com',
    'chunderw-vpc-gll.twilio.com',
    'example.sip.twilio.com',
    'api.a.b.c.twilio.com',
    'xapi.twilio.com',
    '.twilio.com',
    'a'.repeat(100_000).concat('.twilio.com'),
  ])('refuses another host of twilio.com: %.40s', (host) => {
    expect(judgeHost(host)).toBe('refused');
  });

  test.each([
    'example.com',
    'nottwilio.com',
    'api-twilio.com',
    'twilio.com.example.com',
    'api.twilio.com.evil.example',
    'sdk.twiliocdn.com',
    'api.sendgrid.com',
    'my-service-1234.twil.io',
    'localhost',
    '127.0.0.1',
    '::1',
    '',
    undefined,
    null,
    443,
  ])('has nothing to do with %s', (host) => {
    expect(judgeHost(host)).toBeUndefined();
  });
});
