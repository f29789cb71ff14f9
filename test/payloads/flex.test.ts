import { expect, test } from 'vitest';
import { FlexFlowExternal, FlexInteractionCreated } from '../../src/payloads/flex/index.js';
import { findDrift, identifyWebhook } from '../../src/payloads/index.js';
import { loadSamples } from './samples.js';

const bodyOf = (wanted: string) => loadSamples('flex').find(({ kind }) => kind === wanted)?.body ?? {};

test('the webhook of a Flex flow looks like one of Programmable Chat, and is read like it', () => {
  const body = bodyOf('flex.flow.external');
  expect(identifyWebhook(body)).toBe('chat.on_message_sent');
  expect(FlexFlowExternal.parse(body)).toMatchObject({ From: 'agent', Index: 0, Attributes: {}, RetryCount: 0 });
});

test('an interaction may go over a channel that is not known yet', () => {
  const interaction = FlexInteractionCreated.parse({ ...bodyOf('flex.interaction.created'), MediaChannelType: 'rcs' });
  expect(interaction.MediaChannelType).toBe('rcs');
  expect(findDrift(FlexInteractionCreated, interaction).unknownValues).toEqual([{ parameter: 'MediaChannelType', value: 'rcs' }]);
});

test('an interaction is refused without its SID', () => {
  const { InteractionSid, ...body } = bodyOf('flex.interaction.created');
  expect(FlexInteractionCreated.safeParse(body).success).toBe(false);
});
