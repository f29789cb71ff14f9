import type { TwimlNode } from '../../twiml/node.js';
import type { Deviations } from '../deviations.js';
import { elementsIn, readFlag, readList } from '../verbs/read.js';
import type { InputKinds } from './utterance.js';

/** Settings of `<ConversationRelay>`: https://www.twilio.com/docs/voice/conversationrelay/conversationrelay-noun */
export interface RelaySettings {
  readonly welcomeGreeting: string | undefined;
  readonly greetingInterruptibleBy: InputKinds;
  readonly parameters: Readonly<Record<string, string>>;
  /** What an application is told of besides: `speaker-events`, `tokens-played`, `config-updated`, `debugging`. */
  readonly events: readonly string[];
  /** What may change while the session lasts. */
  readonly session: RelayManners;
}

/** What an application may change by a message: https://www.twilio.com/docs/voice/conversationrelay/dynamic-configuration */
export interface RelayManners {
  readonly interruptibleBy: InputKinds;
  readonly isPreemptible: boolean;
  /** What the caller does while the agent speaks, and reaches the application all the same. */
  readonly reports: InputKinds;
  readonly detectsKeys: boolean;
  readonly sendsPartials: boolean;
  readonly ignoresBackchannel: boolean;
  readonly ttsLanguage: string | undefined;
  readonly transcriptionLanguage: string;
}

const KINDS: Readonly<Record<string, InputKinds>> = {
  none: 'none',
  false: 'none',
  dtmf: 'dtmf',
  speech: 'speech',
  any: 'any',
  true: 'any',
};

/** Whose engines there are: https://www.twilio.com/docs/voice/conversationrelay/conversationrelay-noun. Capitals do not matter. */
const PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  ttsProvider: ['google', 'amazon', 'elevenlabs'],
  transcriptionProvider: ['google', 'deepgram'],
};

/** The attributes whose value decides how a session goes, and what they may be. */
const CHECKED = ['interruptible', 'welcomeGreetingInterruptible', 'reportInputDuringAgentSpeech'] as const;

/** What is wrong with an element, so that no session begins: https://www.twilio.com/docs/api/errors/64101 */
export function findFault({ attributes }: TwimlNode, { relayProvider }: Deviations): string | undefined {
  const { url } = attributes;
  if (url === undefined || url.trim() === '') return '<ConversationRelay> has no url';
  if (!/^\s*wss?:\/\//i.test(url)) return 'The url of <ConversationRelay> begins with wss://, and is whole';
  const provider = Object.entries(PROVIDERS).find(([name, known]) => !known.includes((attributes[name] ?? known[0] ?? '').toLowerCase()));
  if (provider !== undefined && relayProvider === 'error') {
    const [name, known] = provider;
    return `The ${name} of <ConversationRelay> is one of ${known.join(', ')}; got ${JSON.stringify(attributes[name])}`;
  }
  const wrong = CHECKED.find((name) => attributes[name] !== undefined && readKinds(attributes[name]) === undefined);
  return (
    wrong && `The ${wrong} of <ConversationRelay> is one of ${Object.keys(KINDS).join(', ')}; got ${JSON.stringify(attributes[wrong])}`
  );
}

export function readRelaySettings(node: TwimlNode): RelaySettings {
  const { welcomeGreeting, welcomeGreetingInterruptible, interruptible, reportInputDuringAgentSpeech } = node.attributes;
  const { language, ttsLanguage, transcriptionLanguage } = node.attributes;
  return {
    welcomeGreeting: welcomeGreeting || undefined,
    greetingInterruptibleBy: readKinds(welcomeGreetingInterruptible) ?? 'any',
    events: [...readList(node, 'events', []), ...readList(node, 'debug', [])],
    parameters: Object.fromEntries(
      elementsIn(node)
        .filter(({ tag }) => tag === 'Parameter')
        .map(({ attributes: { name = '', value = '' } }) => [name, value]),
    ),
    session: {
      interruptibleBy: readKinds(interruptible) ?? 'any',
      isPreemptible: readFlag(node, 'preemptible', false),
      reports: readKinds(reportInputDuringAgentSpeech) ?? 'none',
      detectsKeys: readFlag(node, 'dtmfDetection', false),
      sendsPartials: readFlag(node, 'partialPrompts', false),
      ignoresBackchannel: readFlag(node, 'ignoreBackchannel', false) || readFlag(node, 'ignorebackchannel', false),
      ttsLanguage: ttsLanguage ?? language,
      transcriptionLanguage: transcriptionLanguage ?? language ?? 'en-US',
    },
  };
}

/** What a setting names, as an attribute or in a message. */
export function readKinds(value: unknown): InputKinds | undefined {
  const text = String(value).trim().toLowerCase();
  return Object.hasOwn(KINDS, text) ? KINDS[text] : undefined;
}

/**
 * Changes settings by a message that holds them, by the names of the attributes. Where in the message they stand is not looked at, as
 * applications group them differently.
 */
export function changeManners(manners: RelayManners, message: object): RelayManners {
  const given: Record<string, unknown> = {};
  for (const part of [message, ...Object.values(message)])
    if (typeof part === 'object' && part !== null && !Array.isArray(part))
      for (const [name, value] of Object.entries(part)) given[name] ??= value;
  const flag = (name: string, otherwise: boolean) => (given[name] === undefined ? otherwise : String(given[name]) === 'true');
  const text = (name: string) => (typeof given[name] === 'string' ? (given[name] as string) : undefined);
  return {
    interruptibleBy: readKinds(given.interruptible) ?? manners.interruptibleBy,
    isPreemptible: flag('preemptible', manners.isPreemptible),
    reports: readKinds(given.reportInputDuringAgentSpeech) ?? manners.reports,
    detectsKeys: flag('dtmfDetection', manners.detectsKeys),
    sendsPartials: flag('partialPrompts', manners.sendsPartials),
    ignoresBackchannel: flag('ignoreBackchannel', manners.ignoresBackchannel),
    ttsLanguage: text('ttsLanguage') ?? manners.ttsLanguage,
    transcriptionLanguage: text('transcriptionLanguage') ?? manners.transcriptionLanguage,
  };
}
