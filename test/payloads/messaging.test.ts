import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook } from '../../src/payloads/index.js';
import {
  ChannelMessageStatusCallback,
  IncomingMessage,
  IncomingMessageFallback,
  IncomingRcsMessage,
  IncomingWhatsAppMessage,
  LinkClick,
  MessageStatusCallback,
  WhatsAppCallPermissionReply,
} from '../../src/payloads/messaging/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('messaging');
function bodyOf(kind: string, variant?: string): Record<string, string> {
  return { ...samples.find((sample) => sample.kind === kind && sample.variant === variant)?.body };
}

test('WhatsApp names its business-scoped id in either way', () => {
  const body: Record<string, string> = { ...bodyOf('messaging.incoming.whatsapp'), ExternalUserIdentifier: 'whatsapp:US.1' };
  const { ExternalUserId: _, ...renamed } = body;
  const message = IncomingWhatsAppMessage.parse(renamed);
  expect(message.ExternalUserId).toBe('whatsapp:US.1');
  expect(z.encode(IncomingWhatsAppMessage, message)).toEqual(renamed);
});

describe('an incoming message', () => {
  test('gathers its media, and the other members of a group', () => {
    const message = IncomingMessage.parse({
      ...bodyOf('messaging.incoming', 'media'),
      OtherRecipients0: '+15005550001',
      OtherRecipients1: '+15005550002',
    });
    expect(message.NumMedia).toBe(1);
    expect(message.Media).toEqual([{ Url: expect.stringContaining('/Media/ME'), ContentType: 'image/jpeg' }]);
    expect(message.OtherRecipients).toEqual(['+15005550001', '+15005550002']);
    expect(Object.keys(message).filter((name) => /^(?:MediaUrl|OtherRecipients)\d/.test(name))).toEqual([]);
  });

  test.each(['messaging.incoming.whatsapp', 'messaging.incoming.rcs', 'messaging.incoming.messenger', 'messaging.incoming.fallback'])(
    'has every parameter of its special case %s',
    (kind) => {
      const message = IncomingMessage.parse(bodyOf(kind));
      expect(findDrift(IncomingMessage, message)).toEqual({ unknownParameters: [], unknownValues: [] });
      expect(z.encode(IncomingMessage, message)).toEqual(bodyOf(kind));
    },
  );

  test('is known by its oldest names, and written with them', () => {
    const body = {
      AccountSid: 'AC0a1b2c3d4e5f60718293a4b5c6d7e8f9',
      ApiVersion: '2008-08-01',
      SmsSid: 'SM9f8e7d6c5b4a39281706f5e4d3c2b1a0',
      SmsStatus: 'received',
      From: '+16505551111',
      To: '+16505552222',
      Body: 'hi',
    };
    expect(identifyWebhook(body)).toBe('messaging.incoming');
    const message = IncomingMessage.parse(body);
    expect(message).toMatchObject({ MessageSid: body.SmsSid, NumMedia: 0, Media: [] });
    expect(z.encode(IncomingMessage, message)).toEqual(body);
    expect(z.encode(IncomingMessage, { ...message })).toEqual({ ...body, MessageSid: body.SmsSid, NumMedia: '0' });
  });

  test('needs its SID, its account and both addresses, and nothing else', () => {
    const body = { MessageSid: 'SM123', AccountSid: 'AC123', From: '12345', To: '+16505552222' };
    expect(IncomingMessage.safeParse(body).success).toBe(true);
    for (const name of Object.keys(body)) expect(IncomingMessage.safeParse({ ...body, [name]: undefined }).success).toBe(false);
    expect(IncomingMessage.parse(body).Body).toBe('');
  });

  test('may come from a blank, a named or a masked sender', () => {
    for (const From of ['', 'ACME', '12345', 'whatsapp:US.1234567890123456', 'rcs:brand_agent']) {
      expect(IncomingMessage.parse({ ...bodyOf('messaging.incoming'), From, AccountSid: 'ACXXXXXXXXXXXXXXXX' }).From).toBe(From);
    }
  });
});

describe('the files of a message', () => {
  test('are none where the parameters of one are empty, which is no drift and is written as it came', () => {
    const parameters = { ...bodyOf('messaging.incoming'), NumMedia: '0', MediaUrl0: '', MediaContentType0: '', OtherRecipients0: '' };
    const message = IncomingMessage.parse(parameters);
    expect(message).toMatchObject({ NumMedia: 0, Media: [], OtherRecipients: [] });
    expect(findDrift(IncomingMessage, message)).toEqual({ unknownParameters: [], unknownValues: [] });
    expect(z.encode(IncomingMessage, message)).toEqual(parameters);
  });

  test('are those that came where the count says another number, and the count is written as it came', () => {
    const { NumMedia: _, ...uncounted } = bodyOf('messaging.incoming');
    for (const count of [{ NumMedia: '0' }, { NumMedia: '2' }, { NumMedia: '' }, {}]) {
      const parameters = { ...uncounted, ...count, MediaUrl0: 'https://example.com/a.png' };
      const message = IncomingMessage.parse(parameters);
      expect(message.Media).toEqual([{ Url: 'https://example.com/a.png' }]);
      expect(z.encode(IncomingMessage, message)).toEqual(parameters);
      expect(z.encode(IncomingMessage, { ...message, Media: [] })['NumMedia']).toBe('0');
    }
  });
});

describe('a WhatsApp message', () => {
  test('reads flags and the JSON of the channel', () => {
    const message = IncomingWhatsAppMessage.parse(bodyOf('messaging.incoming.whatsapp'));
    expect(message.Forwarded).toBe(false);
    expect(message.ChannelMetadata).toMatchObject({ type: 'whatsapp', data: { context: { Forwarded: 'false', WaId: '15005550123' } } });
    expect(message.ReferralNumMedia).toBe(0);
  });

  test('keeps JSON that is broken, or null where an object was due', () => {
    const read = (ChannelMetadata: string) => IncomingWhatsAppMessage.parse({ ...bodyOf('messaging.incoming.whatsapp'), ChannelMetadata });
    expect(read('{"type":').ChannelMetadata).toBe('{"type":');
    expect(read('{"type":"whatsapp","data":null}').ChannelMetadata).toEqual({ type: 'whatsapp', data: null });
  });

  test('reads what a flow answered', () => {
    const body = { ...bodyOf('messaging.incoming.whatsapp'), InteractiveData: '{"flowResponse":{"seats":2}}', FlowData: '{"seats":2}' };
    expect(IncomingWhatsAppMessage.parse(body)).toMatchObject({ InteractiveData: { flowResponse: { seats: 2 } }, FlowData: { seats: 2 } });
  });

  test('reads a place, and numbered media of an advertisement', () => {
    const message = IncomingWhatsAppMessage.parse({
      ...bodyOf('messaging.incoming.whatsapp'),
      Latitude: '37.7879277',
      Longitude: '-122.3937508',
      ReferralMediaUrl: 'https://api.twilio.com/a',
      ReferralMediaUrl0: 'https://api.twilio.com/b',
      ReferralMediaContentType0: 'image/png',
    });
    expect(message.Latitude).toBe(37.7879277);
    expect(message.Longitude).toBe(-122.3937508);
    expect(message.ReferralMediaUrl).toBe('https://api.twilio.com/a');
    expect(message.ReferralMedia).toEqual([{ Url: 'https://api.twilio.com/b', ContentType: 'image/png' }]);
  });

  test('is one whose sender has no number, and one without the deprecated SIDs', () => {
    const { SmsMessageSid, SmsSid, ...body } = bodyOf('messaging.incoming.whatsapp');
    expect(identifyWebhook(body)).toBe('messaging.incoming.whatsapp');
    expect(identifyWebhook({ ...body, SmsMessageSid, From: '' })).toBe('messaging.incoming.whatsapp');
    expect(identifyWebhook({ ...body, From: 'whatsapp:US.1234567890123456' })).toBe('messaging.incoming.whatsapp');
  });

  test('that failed is a fallback, and one that allows a call is its own kind', () => {
    const failure = { ErrorUrl: 'https://example.com/sms', ErrorCode: '11200' };
    expect(identifyWebhook({ ...bodyOf('messaging.incoming.whatsapp'), ...failure })).toBe('messaging.incoming.fallback');
    const fallback = IncomingMessageFallback.parse({ ...bodyOf('messaging.incoming.whatsapp'), ...failure });
    expect(fallback).toMatchObject({ ErrorCode: 11200, ProfileName: 'Ada L.' });
    const reply = WhatsAppCallPermissionReply.parse(bodyOf('messaging.incoming.whatsapp.call_request'));
    expect(reply.ButtonPayload).toBe('REJECTED');
    expect(reply.NumSegments).toBeUndefined();
  });
});

test('an RCS message is told by either address', () => {
  const body = bodyOf('messaging.incoming.rcs');
  expect(identifyWebhook({ ...body, From: '+15551234567' })).toBe('messaging.incoming.rcs');
  expect(identifyWebhook({ ...body, To: '+15551234567' })).toBe('messaging.incoming.rcs');
  expect(IncomingRcsMessage.parse(body).MessagingServiceSid).toMatch(/^MG/);
});

describe('a message status', () => {
  test('keeps the errors of carriers and channels, and values that are new', () => {
    const failed = { ...bodyOf('messaging.status.channel'), MessageStatus: 'evaporated', ErrorCode: '63016', ChannelStatusCode: '0470' };
    const status = ChannelMessageStatusCallback.parse(failed);
    expect(status).toMatchObject({ MessageStatus: 'evaporated', ErrorCode: 63016, ChannelStatusCode: '0470', StructuredMessage: false });
    expect(findDrift(ChannelMessageStatusCallback, status).unknownValues).toEqual([{ parameter: 'MessageStatus', value: 'evaporated' }]);
  });

  test('of a channel is told without the channel, as a queued one is sent', () => {
    const { ChannelPrefix, ChannelInstallSid, ChannelToAddress, EventType, StructuredMessage, ...queued } =
      bodyOf('messaging.status.channel');
    expect(identifyWebhook({ ...queued, MessageStatus: 'queued' })).toBe('messaging.status.channel');
    expect(MessageStatusCallback.parse(bodyOf('messaging.status.channel')).ChannelPrefix).toBe('whatsapp');
  });

  test('may have no sender yet, and an empty error', () => {
    const { From, ...body } = bodyOf('messaging.status');
    const status = MessageStatusCallback.parse({ ...body, MessageStatus: 'accepted', ErrorCode: '' });
    expect(status.From).toBe('');
    expect(status.ErrorCode).toBeUndefined();
    expect(z.encode(MessageStatusCallback, MessageStatusCallback.parse(body))).toEqual(body);
  });

  test('is known by its oldest names, unless it is that of <Sms>, which has no addresses', () => {
    const body = {
      SmsSid: 'SM1',
      SmsStatus: 'sent',
      AccountSid: 'AC1',
      From: '+16505551111',
      To: '+16505552222',
      ApiVersion: '2008-08-01',
    };
    expect(identifyWebhook(body)).toBe('messaging.status');
    expect(MessageStatusCallback.parse(body)).toMatchObject({ MessageSid: 'SM1', MessageStatus: 'sent' });
    expect(z.encode(MessageStatusCallback, MessageStatusCallback.parse(body))).toEqual(body);
    expect(identifyWebhook({ SmsSid: 'SM1', SmsStatus: 'sent' })).toBe('voice.sms.status');
  });

  test('is what followed a <Message action> only when it has the parameters of the message that was answered', () => {
    const body = { ...bodyOf('messaging.incoming.whatsapp'), MessageStatus: 'sent' };
    expect(identifyWebhook(body)).toBe('messaging.twiml.message_action');
    expect(identifyWebhook({ MessageSid: 'SM1', MessageStatus: 'sent', To: '+15005550006' })).toBe('messaging.status');
  });
});

test('a click tells when it was', () => {
  const click = LinkClick.parse(bodyOf('messaging.link_shortening.click'));
  expect(click.click_time?.getTime()).toBe(Date.UTC(2025, 9, 17, 14, 35, 22));
  expect(click.event_type).toBe('click');
});
