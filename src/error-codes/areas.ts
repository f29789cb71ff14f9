/** The part of Twilio that an error is about. */
export type ErrorArea =
  | 'answer'
  | 'twiml'
  | 'call'
  | 'conference'
  | 'recording'
  | 'insights'
  | 'transcription'
  | 'rest'
  | 'message'
  | 'link-shortening'
  | 'registration'
  | 'channel'
  | 'voice-sdk'
  | 'media-stream'
  | 'sip'
  | 'fax'
  | 'pay'
  | 'conversation-relay'
  | 'conversations'
  | 'event-streams'
  | 'partner'
  | 'webhook-settings';

/** What an area is called, and what an error in it means for a call, a message or a request. */
export interface AreaFacts {
  readonly title: string;
  readonly error: string;
  readonly warning: string;
}

const REST = 'Twilio refused a request to its REST API.';

const FAILED_MESSAGE = 'A message did not reach its recipient.';

/** By the area. Where Twilio goes on after a warning, that is the rule, and not promised for each code. */
export const areas: Readonly<Record<ErrorArea, AreaFacts>> = {
  answer: {
    title: 'Answers to webhooks',
    error:
      'Twilio asked your server, and got nothing that it could use. It asks the fallback URL, where one is set; else the call or message ends.',
    warning: 'Twilio took the answer of your server, and left out what it did not understand.',
  },
  twiml: {
    title: 'TwiML verbs',
    error: 'Twilio could not carry out a part of your document.',
    warning: 'Twilio did not take a part of your document. As a rule it goes on without it, or with the default.',
  },
  call: { title: 'Calls', error: 'A call, or a report about one, failed.', warning: 'A call went on, though something about it failed.' },
  conference: {
    title: 'Conferences',
    error: 'Something about a conference failed.',
    warning: 'A conference went on, though something about it failed.',
  },
  recording: {
    title: 'Recordings',
    error: 'There is no recording, or none that can be had so.',
    warning: 'There is less of a recording than was asked for.',
  },
  insights: { title: 'Voice Insights', error: 'Voice Insights refused a request.', warning: 'Voice Insights answered in part.' },
  transcription: {
    title: 'Transcriptions',
    error: 'A transcription, or a report about it, failed.',
    warning: 'A transcription was made, and the report about it did not reach you.',
  },
  rest: {
    title: 'Requests to the REST API',
    error: REST,
    warning: 'Twilio took a request to its REST API, and has something to say about it.',
  },
  message: { title: 'Delivery of messages', error: FAILED_MESSAGE, warning: 'A message was taken, and may not reach its recipient.' },
  'link-shortening': {
    title: 'Link shortening',
    error: 'Links are not shortened, or their set-up was refused.',
    warning: 'Short links work in part, or soon will not.',
  },
  registration: {
    title: 'Registration of senders in the US',
    error: 'A registration was rejected. Messages of its numbers stay blocked.',
    warning: 'A registration is not complete.',
  },
  channel: {
    title: 'WhatsApp, RCS and Messenger',
    error: FAILED_MESSAGE,
    warning: 'Nothing failed for good: it is tried again, or it is good news.',
  },
  'voice-sdk': {
    title: 'Voice SDKs',
    error: 'The Voice SDK in a browser or an app reports that a call failed.',
    warning: 'The Voice SDK reports trouble with a call.',
  },
  'media-stream': {
    title: 'Media Streams',
    error: 'A media stream did not begin, or has ended.',
    warning: 'A media stream goes on, and something was lost.',
  },
  sip: { title: 'SIP and trunks', error: 'A call over SIP failed.', warning: 'A call over SIP failed, or lacks something.' },
  fax: { title: 'Fax', error: 'A fax failed. Twilio has no fax any more.', warning: 'A fax lacks something. Twilio has no fax any more.' },
  pay: { title: '<Pay>', error: 'A payment was not made.', warning: 'A payment goes on, and lacks something.' },
  'conversation-relay': {
    title: 'ConversationRelay',
    error: 'A ConversationRelay session did not begin, or has ended.',
    warning: 'A ConversationRelay session goes on.',
  },
  conversations: {
    title: 'Conversations and virtual agents',
    error: 'A conversation, or a request about one, failed.',
    warning: 'A conversation goes on, and something about it failed.',
  },
  'event-streams': { title: 'Event Streams', error: 'Events did not reach their sink.', warning: 'Some events did not reach their sink.' },
  partner: {
    title: 'Events of partners',
    error: 'An event of a partner was refused.',
    warning: 'An event of a partner was taken in part.',
  },
  'webhook-settings': {
    title: 'Settings and credentials of webhooks',
    error: 'A webhook cannot be sent as it is set up.',
    warning: 'A webhook was sent, and something about its set-up was not foreseen.',
  },
};

/** The first code of each stretch that belongs to one area. */
const STARTS: readonly (readonly [number, ErrorArea])[] = [
  [11000, 'answer'],
  [13000, 'twiml'],
  [15000, 'call'],
  [16000, 'conference'],
  [16100, 'recording'],
  [17000, 'insights'],
  [17500, 'transcription'],
  [21000, 'rest'],
  [30000, 'message'],
  [30100, 'link-shortening'],
  [30400, 'rest'],
  [30440, 'registration'],
  [30450, 'message'],
  [30880, 'registration'],
  [31000, 'voice-sdk'],
  [31900, 'media-stream'],
  [32000, 'sip'],
  [32014, 'call'],
  [32018, 'rest'],
  [32021, 'sip'],
  [32500, 'conversations'],
  [32700, 'call'],
  [34000, 'fax'],
  [50000, 'conversations'],
  [52000, 'webhook-settings'],
  [57000, 'partner'],
  [59000, 'webhook-settings'],
  [63000, 'channel'],
  [64000, 'pay'],
  [64100, 'conversation-relay'],
  [93000, 'event-streams'],
  [94000, 'transcription'],
  [97000, 'webhook-settings'],
];

/** The area that a code belongs to. */
export function areaOf(code: number): ErrorArea {
  return STARTS.findLast(([start]) => start <= code)?.[1] ?? 'answer';
}
