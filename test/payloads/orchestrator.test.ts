import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { identifyWebhook, parseWebhook } from '../../src/payloads/index.js';
import {
  OrchestratorCommunicationCreated,
  OrchestratorEvent,
  OrchestratorParticipantAdded,
} from '../../src/payloads/orchestrator/index.js';
import { signedRequest } from '../../src/testing/index.js';
import { webhook } from '../../src/webhook/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('orchestrator');

describe('Conversation Orchestrator', () => {
  test('has dates, lists and nulls as JSON has them', () => {
    const { data, timestamp } = OrchestratorParticipantAdded.parse(JSON.stringify(findSample(samples, 'orchestrator.participant_added')));
    expect(timestamp).toEqual(new Date('2026-11-01T10:00:00Z'));
    expect(data.addresses).toEqual([{ channel: 'SMS', address: '+15550001111', channelId: null }]);
    expect(data.profileId).toBeNull();
  });

  test('tells what was said word by word', () => {
    const { data } = OrchestratorCommunicationCreated.parse(findSample(samples, 'orchestrator.communication_created', 'transcription'));
    expect(data.content?.transcription?.words?.map(({ text }) => text)).toEqual(['Where', 'is']);
    expect(data.content?.transcription?.words?.[0]?.startTime).toEqual(new Date('2026-11-01T10:00:00.100Z'));
  });

  test('keeps statuses, channels and fields that are new', () => {
    const body = findSample<{ data: object }>(samples, 'orchestrator.conversation_created');
    const event = { ...body, data: { ...body.data, status: 'SLEEPING', mood: 'glad' } };
    expect(OrchestratorEvent.parse(event)).toMatchObject({ data: { status: 'SLEEPING', mood: 'glad' } });
  });

  test('is told by its event and its data together', () => {
    expect(identifyWebhook({ eventType: 'CONVERSATION_CREATED' })).toBeUndefined();
    expect(identifyWebhook({ eventType: 'CONVERSATION_CREATED', data: {} })).toBe('orchestrator.conversation_created');
  });
});

describe('OrchestratorEvent', () => {
  test.each(samples)('reads and writes $kind from an object and from text', ({ kind, body }) => {
    for (const input of [body, JSON.stringify(body)]) {
      const event = OrchestratorEvent.parse(input);
      expect(OrchestratorEvent.kindOf(event)).toBe(kind);
      expect(z.encode(OrchestratorEvent, event)).toEqual(body);
      expect(parseWebhook(input).kind).toBe(kind);
    }
  });

  test('narrows by the type of the event', () => {
    const event = OrchestratorEvent.parse(findSample(samples, 'orchestrator.communication_created'));
    if (event.eventType !== 'COMMUNICATION_CREATED') return expect.unreachable(event.eventType);
    expectTypeOf(event.data.accountId).toEqualTypeOf<`AC${string}` | undefined>();
    expect(event.data.content?.text).toBe('Where is my parcel?');
  });

  test('is handled at one URL, with the account from inside the event', async () => {
    const authToken = '0123456789abcdef0123456789abcdef';
    const heard: unknown[] = [];
    const POST = webhook(
      OrchestratorEvent,
      { authToken },
      (event, { kind, accountSid }) => void heard.push(event.eventType, kind, accountSid),
    );
    const response = await POST(signedRequest(OrchestratorParticipantAdded, {}, { url: 'https://example.com/events', authToken }));
    expect(response.status).toBe(204);
    expect(heard).toEqual(['PARTICIPANT_ADDED', 'orchestrator.participant_added', expect.stringMatching(/^AC/)]);
  });
});
