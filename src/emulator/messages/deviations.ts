import type { Deviation } from '../deviations.js';

/** What Twilio does not document about messages, or what its sources disagree on. The first of the values is what the emulator does. */
export const MESSAGE_DEVIATIONS = {
  sendingCallback: {
    question: 'Is the status `sending` called back?',
    values: ['no', 'yes'],
    certainty: 'conflict',
    source:
      'https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks shows it; no recorded traffic has it.',
  },
  scheduledPath: {
    question: 'Does a scheduled message pass through `accepted` when its time comes?',
    values: ['queued', 'accepted'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/messaging/features/message-scheduling does not say.',
  },
  closedWindow: {
    question: 'How does a message outside the 24 hours of WhatsApp end?',
    values: ['failed', 'undelivered'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/api/errors/63016 does not say; both are reported.',
  },
  optedOutByService: {
    question: 'A message by a Messaging Service to somebody who has opted out: is it created and fails, or is it refused at once?',
    values: ['failed', 'refused'],
    certainty: 'conflict',
    source:
      'https://www.twilio.com/docs/api/errors/21610 knows the second; services check later by https://www.twilio.com/docs/messaging/services.',
  },
  keywordWebhook: {
    question: 'Does a keyword such as STOP reach the webhook?',
    values: ['yes', 'no'],
    certainty: 'conflict',
    source: 'https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out and handlers in use say the first; a third party denies it.',
  },
  messageAction: {
    question: 'Which parameters does the action of `<Message>` get: the two that are documented, or those of a status callback?',
    values: ['sid-and-status', 'as-status-callback'],
    certainty: 'medium',
    source: 'https://www.twilio.com/docs/messaging/twiml/message names the two.',
  },
} as const satisfies Readonly<Record<string, Deviation>>;
