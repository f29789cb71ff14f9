import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PayloadError, type RingbackError } from '../../src/errors.js';
import { signRequest, verifySignature } from '../../src/signature/index.js';
import { makeRejectionLog } from '../../src/webhook/rejection-log.js';
import { authToken } from './requests.js';

/** The refusal of a request that was signed for another URL. */
function refusal(url: string, signedUrl = url, token = 'f'.repeat(32)): RingbackError {
  const headers = { 'x-twilio-signature': signRequest({ url: signedUrl, body: 'a=1' }, { authToken: token }) };
  try {
    verifySignature({ url, headers, body: 'a=1' }, { authToken });
  } catch (error) {
    return error as RingbackError;
  }
  throw new Error('That was no refusal');
}

let lines: string[];
beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => void lines.push(line));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the log of refused requests', () => {
  test('gives the reason at once, for each URL, and says of the next for the same URL what the one before had', () => {
    const log = makeRejectionLog();
    log(refusal('http://example.com/sms', 'https://example.com/sms', authToken), 'http://example.com/sms?a=1');
    vi.advanceTimersByTime(1000);
    log(refusal('http://example.com/sms', 'https://example.com/sms', authToken), 'http://example.com/sms?a=2');
    log(refusal('http://example.com/voice', 'https://example.com/voice', authToken), 'http://example.com/voice');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/403, SIGNATURE_MISMATCH.*The signature is right if .*https.*#wrong-scheme/);
    expect(lines[1]).toMatch(/Not looked into: one for the same URL was refused 1\.0 s ago, with the reason wrong-scheme\.$/);
    expect(lines[2]).toMatch(/The signature is right if .*#wrong-scheme/);
  });

  test('looks again after a while', () => {
    const log = makeRejectionLog();
    for (const _ of [1, 2]) {
      log(refusal('http://example.com/sms', 'https://example.com/sms', authToken), 'http://example.com/sms');
      vi.advanceTimersByTime(10_001);
    }
    expect(lines.map((line) => line.includes('wrong-scheme') && !line.includes('Not looked into'))).toEqual([true, true]);
  });

  test('limits explanations and lines in a flood, and counts the rest', () => {
    const log = makeRejectionLog();
    for (let at = 0; at < 1000; at += 1) log(refusal(`https://example.com/${at}`), `https://example.com/${at}`);
    expect(lines).toHaveLength(51);
    expect(lines.filter((line) => line.includes('Not looked into: 5 others'))).toHaveLength(45);
    expect(lines.at(-1)).toBe('ringback lists no more refused requests for 10 s, and counts them.');
    vi.advanceTimersByTime(10_001);
    log(new PayloadError('PAYLOAD_UNKNOWN_KIND', 'No handler is for this.'), 'https://example.com/');
    expect(lines.slice(51)).toEqual([
      'ringback refused 950 more requests than were listed before.',
      'ringback refused a request (400, PAYLOAD_UNKNOWN_KIND): No handler is for this. ' +
        'More: https://ringback.dev/reference/errors/PAYLOAD_UNKNOWN_KIND',
    ]);
  });

  test('says nothing twice', () => {
    const log = makeRejectionLog();
    let error: unknown;
    try {
      verifySignature({ url: 'https://example.com/', headers: {} }, { authToken });
    } catch (caught) {
      error = caught;
    }
    log(error as RingbackError, 'https://example.com/');
    expect(lines[0]?.match(/has no X-Twilio-Signature header/g)).toHaveLength(1);
  });
});
