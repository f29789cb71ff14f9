import { didYouMean } from '../twiml/did-you-mean.js';
import type { SayOptions } from './call.js';
import type { CallOptions } from './calls/incoming-call.js';
import type { PersonOptions } from './calls/person.js';
import type { ListenOptions } from './listen/listen.js';
import type { Delivery } from './messages/delivery.js';
import type { TextOptions } from './messages/incoming.js';
import type { MessagingServiceSettings } from './messages/messaging-service.js';
import type { AdvancedOptOut, OptOutWords } from './messages/opt-outs.js';
import type { ApplicationSettings, NumberSettings, SipDomainSettings } from './numbers.js';
import type { EmulatorOptions } from './options.js';
import type { AppFault, Faults, SocketFaults } from './wire/faults.js';

/** Every name that options have: the compiler sees that none is missing. */
type Known<Options> = { readonly [Name in keyof Options]-?: true };

const APPLICATION: Known<ApplicationSettings> = {
  ...{ voiceUrl: true, voiceMethod: true, voiceFallbackUrl: true, voiceFallbackMethod: true },
  ...{ smsUrl: true, smsMethod: true, smsFallbackUrl: true, smsFallbackMethod: true },
  ...{ statusCallback: true, statusCallbackMethod: true, messageStatusCallback: true },
  ...{ friendlyName: true, voiceCallerIdLookup: true },
};

const { messageStatusCallback: _, ...SHARED } = APPLICATION;

/** What a number may be set to. */
export const NUMBER: Known<NumberSettings> = { ...SHARED, voiceApplicationSid: true, smsApplicationSid: true };

const SIP_DOMAIN: Known<SipDomainSettings> = {
  ...{ voiceUrl: true, voiceMethod: true, voiceFallbackUrl: true, voiceFallbackMethod: true },
  ...{ voiceStatusCallbackUrl: true, voiceStatusCallbackMethod: true },
};

const SERVICE: Known<MessagingServiceSettings> = {
  ...{ friendlyName: true, inboundRequestUrl: true, inboundMethod: true, fallbackUrl: true, fallbackMethod: true, statusCallback: true },
  ...{ stickySender: true, areaCodeGeomatch: true, smartEncoding: true, useInboundWebhookOnNumber: true, validityPeriod: true },
  ...{ usecase: true, senders: true, advancedOptOut: true },
};

const OPT_OUT: Known<AdvancedOptOut> = { stop: true, start: true, help: true };

const OPT_OUT_WORDS: Known<OptOutWords> = { keywords: true, reply: true };

const FAULTS: Known<Faults> = { repeats: true, disorder: true, gaps: true, delayMs: true, app: true, sockets: true };

const APP_FAULT: Known<AppFault> = { delayMs: true, status: true, drop: true };

const SOCKET_FAULTS: Known<SocketFaults> = { jitterMs: true, loss: true, stalls: true, stallMs: true };

const OPTIONS: Known<EmulatorOptions> = {
  ...{ app: true, apps: true, publicUrl: true, numbers: true, applications: true, sipDomains: true, messagingServices: true },
  ...{ queues: true, debuggerUrl: true, accountSid: true, authToken: true, clock: true, now: true, seed: true, faults: true },
  ...{ strict: true, deviations: true, verifiedCallerIds: true, strangers: true, keep: true, keepAlive: true, allowRemote: true },
};

/** What the options of methods may be. */
export const PERSON: Known<PersonOptions> = {
  ...{ is: true, answersAfter: true, greeting: true, detectedAs: true, refer: true, sipHeaders: true, geo: true },
};
export const DELIVERY: Known<Delivery> = { outcome: true, errorCode: true, slow: true };
export const CALL: Known<CallOptions> = { displayName: true, sipHeaders: true, parameters: true };
export const TEXT: Known<TextOptions> = {
  ...{ media: true, profileName: true, buttonText: true, buttonPayload: true, listId: true, listTitle: true, replyTo: true },
  ...{ location: true, otherRecipients: true, parameters: true },
};
export const SAY: Known<SayOptions> = { confidence: true, partials: true, seconds: true };
export const HEAR = { within: true };
export const PRESS = { atOnce: true };
export const LISTEN: Known<ListenOptions> = { port: true, host: true, token: true, control: true };

/** Fields of the resources at Twilio that change nothing here: whoever copies a whole resource means no harm. */
const ALSO: Readonly<Record<string, string>> = {
  any: 'accountSid apiVersion dateCreated dateUpdated links sid uri',
  numbers:
    'addressRequirements addressSid areaCode beta bundleSid capabilities emergencyAddressSid emergencyAddressStatus emergencyStatus identitySid origin phoneNumber status trunkSid type voiceReceiveMode',
  applications: 'publicApplicationConnectEnabled smsStatusCallback',
  sipDomains: 'authType byocTrunkSid domainName emergencyCallerSid emergencyCallingEnabled friendlyName secure sipRegistration',
  messagingServices: 'fallbackToLongCode mmsConverter scanMessageContent synchronousValidation url usAppToPersonRegistered',
};

/** Looks at all names of the options. @throws TypeError when one is none. */
export function checkOptions(options: EmulatorOptions): void {
  // What is no object at all is told of where the options are read.
  if (typeof options !== 'object' || options === null) return;
  checkNames(options, OPTIONS, 'createEmulator()');
  checkResources('numbers', options.numbers, NUMBER);
  checkResources('applications', options.applications, APPLICATION);
  checkResources('sipDomains', options.sipDomains, SIP_DOMAIN);
  checkResources('messagingServices', options.messagingServices, SERVICE);
  checkResources('queues', options.queues, { maxSize: true });
  for (const { advancedOptOut } of valuesOf(options.messagingServices)) {
    checkNames(advancedOptOut, OPT_OUT, 'advancedOptOut');
    for (const [name, words] of Object.entries(advancedOptOut ?? {})) checkNames(words, OPT_OUT_WORDS, `advancedOptOut.${name}`);
  }
  checkNames(options.faults, FAULTS, 'faults');
  checkNames(options.faults?.app, APP_FAULT, 'faults.app');
  checkNames(options.faults?.sockets, SOCKET_FAULTS, 'faults.sockets');
  checkNames(options.strangers, { answersAfter: true }, 'strangers');
}

function checkResources(name: string, resources: Readonly<Record<string, unknown>> | undefined, known: object): void {
  for (const [key, settings] of Object.entries(resources ?? {}))
    checkNames(settings, known, `${name}[${JSON.stringify(key)}]`, `${ALSO.any} ${ALSO[name] ?? ''}`.split(' '));
}

function valuesOf<Value>(resources: Readonly<Record<string, Value>> | undefined): readonly Value[] {
  return Object.values(resources ?? {});
}

/** Looks at the names of one object. @param where - What to call it. @throws TypeError when one is none: nobody would read it. */
export function checkNames(given: unknown, known: object, where: string, also: readonly string[] = []): void {
  if (typeof given !== 'object' || given === null) return;
  const names = Object.keys(known);
  const unknown = Object.entries(given).find(([name, value]) => value !== undefined && !names.includes(name) && !also.includes(name));
  if (unknown === undefined) return;
  const [name] = unknown;
  throw new TypeError(
    `${where} has no option ${JSON.stringify(name.slice(0, 64))}${didYouMean(name, names) || `; there are ${names.join(', ')}`}`,
  );
}
