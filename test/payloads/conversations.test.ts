import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import {
  ConversationsAcceptance,
  ConversationsConversationAnswer,
  ConversationsEvent,
  ConversationsMessageAnswer,
  ConversationsOnDeliveryUpdated,
  ConversationsOnMessageAdd,
  ConversationsOnMessageAdded,
  type ConversationsOnMessageRemove,
  ConversationsOnParticipantAdded,
  ConversationsOnUserUpdated,
} from '../../src/payloads/conversations/index.js';
import { findDrift, identifyWebhook, schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('conversations');

function sampleOf(wanted: string, variant?: string): Readonly<Record<string, string>> {
  const sample = samples.find((candidate) => candidate.kind === wanted && candidate.variant === variant);
  if (sample === undefined) throw new Error(`There is no sample of ${wanted}`);
  return sample.body;
}

describe('a message of a conversation', () => {
  const body = sampleOf('conversations.on_message_added');

  test('has its place as a number and its time as a date', () => {
    const message = ConversationsOnMessageAdded.parse(body);
    expect(message.Index).toBe(11);
    expect(message.DateCreated).toEqual(new Date('2023-04-05T01:48:15.295Z'));
    expect(message.Attributes).toEqual({});
    expectTypeOf(message.EventType).toEqualTypeOf<'onMessageAdded'>();
  });

  test('lists its files, and reads a file that lacks what only the REST API tells', () => {
    const { Media } = ConversationsOnMessageAdded.parse({
      ...body,
      Media: '[{"Sid":"ME0123","ContentType":"image/png","Size":null,"x":1}]',
    });
    expect(Media).toEqual([{ Sid: 'ME0123', ContentType: 'image/png', x: 1 }]);
  });

  test.each(['{"Sid":"ME0123"}', '[{', '["ME0123"]', '"text"', ''])('leaves media that are no list of files as text: %s', (text) => {
    const message = ConversationsOnMessageAdded.parse({ ...body, Media: text });
    expect(message.Media).toBe(text);
    expect(z.encode(ConversationsOnMessageAdded, message)).toEqual({ ...body, Media: text });
  });

  test('is read when it has neither text nor attributes', () => {
    const { Body, Attributes, ...rest } = body;
    expect(ConversationsOnMessageAdded.parse(rest).Body).toBe('');
  });

  test('may come from a source that no table names', () => {
    const message = ConversationsOnMessageAdded.parse({ ...body, Source: 'CARRIER_PIGEON' });
    expect(message.Source).toBe('CARRIER_PIGEON');
    expect(findDrift(ConversationsOnMessageAdded, message).unknownValues).toEqual([{ parameter: 'Source', value: 'CARRIER_PIGEON' }]);
  });

  test('is refused without a SID', () => {
    const { MessageSid, ...rest } = body;
    expect(ConversationsOnMessageAdded.safeParse(rest).success).toBe(false);
  });
});

test('addresses keep the dot in their names', () => {
  const participant = ConversationsOnParticipantAdded.parse(sampleOf('conversations.on_participant_added', 'WhatsApp'));
  expect(participant['MessagingBinding.Address']).toBe('whatsapp:+15005550101');
  expect(participant['MessagingBinding.Type']).toBe('whatsapp');
});

test('a receipt tells how far a message got, and why no further', () => {
  const body = { ...sampleOf('conversations.on_delivery_updated'), Status: 'failed', ErrorCode: '63016' };
  expect(ConversationsOnDeliveryUpdated.parse(body)).toMatchObject({ Status: 'failed', ErrorCode: 63016 });
});

test('reachability is read as flags', () => {
  expect(ConversationsOnUserUpdated.parse(sampleOf('conversations.on_user_updated'))).toMatchObject({
    isOnline: true,
    isNotifiable: false,
  });
});

test('an event of Programmable Chat that has the same name is not taken for one of Conversations', () => {
  const { ChatServiceSid, ...body } = sampleOf('conversations.on_message_updated');
  expect(identifyWebhook({ ...body, InstanceSid: 'IS0123', ChannelSid: 'CH0123' })).not.toBe('conversations.on_message_updated');
});

describe('the union of events', () => {
  const kinds = webhookKinds.filter((kind) => kind.startsWith('conversations.'));
  const post = kinds.filter((kind) => schemaFor(kind).expects === 'nothing');

  test.each(samples.filter(({ kind }) => post.includes(kind as never)))('reads $kind as the kind itself does', ({ kind, body }) => {
    const event = ConversationsEvent.parse(body);
    expect(event).toEqual(ConversationsEvent.members.find((member) => member.kind === kind)?.parse(body));
    expect(ConversationsEvent.kindOf(event)).toBe(kind);
    expect(z.encode(ConversationsEvent, event)).toEqual(body);
  });

  test('has every kind that wants no answer, and no other', () => {
    expect(ConversationsEvent.members.map(({ kind }) => kind).sort()).toEqual(post);
    expect(ConversationsEvent.safeParse(sampleOf('conversations.on_message_add')).success).toBe(false);
  });

  test('narrows by the type of the event', () => {
    const event = ConversationsEvent.parse(sampleOf('conversations.on_message_added'));
    if (event.EventType !== 'onMessageAdded') throw new Error('It is another event');
    expectTypeOf(event).toEqualTypeOf<ConversationsOnMessageAdded>();
    expect(event.Author).toBe('+15005550101');
  });
});

describe('answers', () => {
  test('every kind that wants one says which', () => {
    const wanting = webhookKinds.filter((kind) => kind.startsWith('conversations.') && schemaFor(kind).expects === 'json');
    expect(wanting.map((kind) => schemaFor(kind).reply?.safeParse({}).success)).toEqual(wanting.map(() => true));
    expect(wanting.map((kind) => schemaFor(kind).deadlineMs)).toEqual(wanting.map(() => 4000));
  });

  test('change what can be changed', () => {
    expect(ConversationsOnMessageAdd.reply?.parse({ body: 'Hi!', author: undefined })).toEqual({ body: 'Hi!' });
    expect(ConversationsConversationAnswer.parse({ friendly_name: 'Maria', attributes: '{}' })).toEqual({
      friendly_name: 'Maria',
      attributes: '{}',
    });
  });

  test('are refused when they say more, or say it wrongly', () => {
    expect(ConversationsMessageAnswer.safeParse({ Body: 'Hi!' }).success).toBe(false);
    expect(ConversationsMessageAnswer.safeParse({ attributes: {} }).success).toBe(false);
    expect(ConversationsConversationAnswer.safeParse({ friendlyName: 'Maria' }).success).toBe(false);
    expect(ConversationsAcceptance.safeParse({ body: 'Hi!' }).success).toBe(false);
  });

  test('with a misspelt key do not compile', () => {
    // @ts-expect-error The key is friendly_name.
    const conversation: ConversationsConversationAnswer = { friendlyName: 'Maria' };
    // @ts-expect-error The text of a message that is deleted cannot be changed.
    const removal: ReturnType<NonNullable<typeof ConversationsOnMessageRemove.reply>['parse']> = { body: 'Hi!' };
    expect([conversation, removal]).toHaveLength(2);
  });
});
