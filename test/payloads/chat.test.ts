import { describe, expect, test } from 'vitest';
import {
  ChatAcceptance,
  ChatChannelAnswer,
  ChatMessageAnswer,
  ChatOnMediaMessageSent,
  ChatOnUserUpdated,
} from '../../src/payloads/chat/index.js';
import { identifyWebhook, schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('chat');
const bodyOf = (wanted: string) => samples.find(({ kind }) => kind === wanted)?.body ?? {};

test('a media message tells what its file is', () => {
  expect(ChatOnMediaMessageSent.parse(bodyOf('chat.on_media_message_sent'))).toMatchObject({
    Index: 1,
    MediaSize: 10240,
    MediaContentType: 'image/png',
    DateCreated: new Date('2021-04-17T12:52:31.295Z'),
  });
});

test('reachability is read as flags', () => {
  expect(ChatOnUserUpdated.parse(bodyOf('chat.on_user_updated'))).toMatchObject({ IsOnline: true, IsNotifiable: false });
});

test.each(['onMessageUpdate', 'onMessageRemove', 'onUserUpdate', 'onMessageUpdated', 'onMessageRemoved', 'onUserAdded', 'onUserUpdated'])(
  'the service tells %s of Chat from that of Conversations',
  (EventType) => {
    expect(identifyWebhook({ EventType, InstanceSid: 'IS0123' })).toMatch(/^chat\./);
    expect(identifyWebhook({ EventType, ChatServiceSid: 'IS0123' })).toMatch(/^conversations\./);
  },
);

describe('answers', () => {
  test('every kind that wants one says which', () => {
    const wanting = webhookKinds.filter((kind) => kind.startsWith('chat.') && schemaFor(kind).expects === 'json');
    expect(wanting).toHaveLength(11);
    expect(wanting.map((kind) => schemaFor(kind).reply?.safeParse({}).success)).toEqual(wanting.map(() => true));
  });

  test('are refused when they say more, or say it wrongly', () => {
    expect(ChatMessageAnswer.safeParse({ body: 'Hi!' }).success).toBe(true);
    expect(ChatMessageAnswer.safeParse({ text: 'Hi!' }).success).toBe(false);
    expect(ChatChannelAnswer.safeParse({ friendly_name: 'General', type: 'private' }).success).toBe(true);
    expect(ChatChannelAnswer.safeParse({ type: 'secret' }).success).toBe(false);
    expect(ChatAcceptance.safeParse({ body: 'Hi!' }).success).toBe(false);
  });

  test('with a misspelt key do not compile', () => {
    // @ts-expect-error The key is friendly_name.
    const channel: ChatChannelAnswer = { friendlyName: 'General' };
    expect(ChatChannelAnswer.safeParse(channel).success).toBe(false);
  });
});
