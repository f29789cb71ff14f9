import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { identifyWebhook } from '../../src/payloads/index.js';
import { ProxyCallback, ProxyOutOfSessionCall, ProxyOutOfSessionMessage, ProxySessionAnswer } from '../../src/payloads/proxy/index.js';
import { loadSamples } from './samples.js';

const bodyOf = (wanted: string) => loadSamples('proxy').find(({ kind }) => kind === wanted)?.body ?? {};

describe('an interaction', () => {
  const body = bodyOf('proxy.callback');

  test('has what was said as an object, and its times as dates', () => {
    const interaction = ProxyCallback.parse(body);
    expect(interaction.interactionData).toEqual({ body: 'Hi there' });
    expect(interaction.interactionDateCreated).toEqual(new Date('2026-02-01T10:00:00Z'));
  });

  test('keeps what was said as text when that is no JSON', () => {
    expect(ProxyCallback.parse({ ...body, interactionData: 'Hi there' }).interactionData).toBe('Hi there');
  });

  test('looks like one to be intercepted as long as nothing goes out', () => {
    const before = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('outboundResource')));
    expect(identifyWebhook(before)).toBe('proxy.intercept');
  });
});

describe('a request out of session', () => {
  const message = bodyOf('proxy.out_of_session.message');
  const call = bodyOf('proxy.out_of_session.call');
  const withoutSession = (body: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !/^(?:session|inbound|outbound|ttl)/.test(name)));

  test('tells which closed session it would have belonged to', () => {
    expect(ProxyOutOfSessionMessage.parse(message)).toMatchObject({
      sessionSid: 'KCc6d7e8f90a1b2c3d4e5f60718293a4b5',
      ttl: 3600,
      sessionDateEnded: new Date('2026-02-01T10:00:00Z'),
      Media: [],
    });
    expect(ProxyOutOfSessionCall.parse(call)).toMatchObject({ CallStatus: 'ringing', ttl: 3600 });
  });

  test('lists the files of a message', () => {
    const body = { ...message, NumMedia: '1', MediaUrl0: 'https://example.com/a.png', MediaContentType0: 'image/png' };
    const read = ProxyOutOfSessionMessage.parse(body);
    expect(read.Media).toEqual([{ Url: 'https://example.com/a.png', ContentType: 'image/png' }]);
    expect(z.encode(ProxyOutOfSessionMessage, read)).toEqual(body);
  });

  test('looks ordinary without a closed session, and is still read', () => {
    expect(identifyWebhook(withoutSession(message))).toBe('messaging.incoming');
    expect(identifyWebhook(withoutSession(call))).toBe('voice.incoming');
    expect(ProxyOutOfSessionMessage.parse(withoutSession(message)).sessionSid).toBeUndefined();
    expect(ProxyOutOfSessionCall.parse(withoutSession(call)).sessionSid).toBeUndefined();
  });
});

describe('the answer that opens a session', () => {
  test('needs somebody to open it with', () => {
    expect(ProxySessionAnswer.safeParse({ participantIdentifier: '+15005550101', ttl: 3600, mode: 'voice-only' }).success).toBe(true);
    expect(ProxySessionAnswer.safeParse({ ttl: 3600 }).success).toBe(false);
  });

  test.each([{ mode: 'fax-only' }, { ttl: '3600' }, { ttl: -1 }, { ParticipantIdentifier: '+15005550101' }])(
    'is refused with %o',
    (fault) => {
      expect(ProxySessionAnswer.safeParse({ participantIdentifier: '+15005550101', ...fault }).success).toBe(false);
    },
  );

  test('does not compile with a misspelt key', () => {
    // @ts-expect-error The key is uniqueName.
    const answer: ProxySessionAnswer = { participantIdentifier: '+15005550101', unique_name: 'ride' };
    expect(ProxySessionAnswer.safeParse(answer).success).toBe(false);
  });
});
