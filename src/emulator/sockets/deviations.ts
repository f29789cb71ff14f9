import type { Deviation } from '../deviations.js';

const NOUN = 'https://www.twilio.com/docs/voice/conversationrelay/conversationrelay-noun';

/** What Twilio does not document about voice agents, or what its sources disagree on. The first of the values is what the emulator does. */
export const AGENT_DEVIATIONS = {
  relayUnreachable: {
    question: 'Nobody listens where a `<ConversationRelay>` leads: which `ErrorCode` does its action get? The debugger has 64102.',
    values: ['39001', '64102'],
    certainty: 'conflict',
    source:
      'https://www.twilio.com/docs/voice/twiml/connect/conversationrelay shows the first; https://www.twilio.com/docs/api/errors/64102 is the second.',
  },
  relayProvider: {
    question:
      'A provider of speech that `<ConversationRelay>` does not know: does the session fail with 64101, or does the usual one speak?',
    values: ['error', 'default'],
    certainty: 'medium',
    source: 'https://www.twilio.com/docs/api/errors/64101 is about values that do not fit, and names no attribute.',
  },
  relayEnd: {
    question: 'The agent sends `end` while the caller still hears it: is the rest cut off, or heard first?',
    values: ['cut-off', 'heard-first'],
    certainty: 'low',
    source: 'https://www.twilio.com/docs/voice/conversationrelay/websocket-messages does not say.',
  },
  ignoredBackchannel: {
    question: 'A word that `ignoreBackchannel` ignores while the agent speaks: does the agent get it as a prompt?',
    values: ['not-sent', 'sent'],
    certainty: 'low',
    source: `${NOUN} says no more than that it does not interrupt, and which words those are it does not say.`,
  },
  relayPlayMs: {
    question: 'How many milliseconds is a sound taken to last that an agent of ConversationRelay plays by its URL? It is not fetched.',
    values: [3000, 1000, 10_000, 30_000],
    certainty: 'low',
    source: 'A decision of the emulator: Twilio plays the sound itself.',
  },
  letterMs: {
    question: 'How many milliseconds does a letter take that is spoken?',
    values: [65, 50, 80, 10],
    certainty: 'low',
    source: 'A decision of the emulator: 65 is about 150 words a minute. Twilio’s voices differ.',
  },
} as const satisfies Readonly<Record<string, Deviation>>;
