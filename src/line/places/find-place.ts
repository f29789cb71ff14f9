import { ask, type Fields, isMissing, type TwilioClient } from '../account/twilio-client.js';
import { LineError } from '../line-error.js';
import { makePlace, type Place, type PlaceId, type Purpose } from './place.js';

/** A place that was named, and what of it is answered by something else. */
export interface FoundPlace {
  readonly place: Place;
  /** Purposes whose URL Twilio ignores here, and why: to set it would do nothing. */
  readonly ignored: { readonly [Key in Purpose]?: string };
}

/**
 * Finds what was named: a number or short form of it as Twilio writes it (`+15550001111`), a WhatsApp sender (`whatsapp:+15550001111`), a
 * SIP domain (`example.sip.twilio.com`), or the SID of any of them, of a Messaging Service or of a TwiML App.
 *
 * @throws LineError when the account has none of that name.
 */
export async function findPlace(client: TwilioClient, text: string): Promise<FoundPlace> {
  const wanted = text.trim();
  if (/^\+\d{3,15}$/.test(wanted)) return describeNumber(client, await findOne(client, 'number', wanted));
  if (/^PN[\da-f]{32}$/i.test(wanted)) return describeNumber(client, { kind: 'number', sid: wanted, name: wanted });
  if (/^(?:whatsapp|rcs|messenger):.+$/.test(wanted)) return simple(client, await findOne(client, 'sender', wanted));
  if (/^[a-z\d.-]+\.sip(?:\.[a-z\d]+)*\.twilio\.com$/i.test(wanted)) return simple(client, await findOne(client, 'domain', wanted));
  const kind = SIDS[wanted.slice(0, 2).toUpperCase()];
  if (kind !== undefined && /^..[\da-f]{32}$/i.test(wanted)) return simple(client, { kind, sid: wanted, name: wanted });
  throw new LineError(
    'LINE_PLACE',
    `Expected a number such as +15550001111, a sender such as whatsapp:+15550001111, a SIP domain, or the SID of a Messaging Service or TwiML App; got ${JSON.stringify(text)}`,
  );
}

const SIDS: Readonly<Record<string, PlaceId['kind']>> = { MG: 'service', AP: 'application', SD: 'domain', XE: 'sender' };

function simple(client: TwilioClient, id: PlaceId): FoundPlace {
  return { place: makePlace(client, id), ignored: {} };
}

/** How a place is looked for by its name. What comes back may be more than was asked for: of a number the parts are looked for too. */
const LISTS = {
  number: {
    list: (client: TwilioClient, name: string) => client.incomingPhoneNumbers.list({ phoneNumber: name, limit: 20 }),
    by: 'phoneNumber',
  },
  sender: {
    list: (client: TwilioClient, name: string) => client.messaging.v2.channelsSenders.list({ channel: name.split(':', 1)[0], limit: 200 }),
    by: 'senderId',
  },
  domain: { list: (client: TwilioClient) => client.sip.domains.list({ limit: 200 }), by: 'domainName' },
} as const;

async function findOne(client: TwilioClient, kind: keyof typeof LISTS, name: string): Promise<PlaceId> {
  const { list, by } = LISTS[kind];
  const all = await ask(`look for ${name}`, () => list(client, name));
  const sid = all.find((one) => String(one[by]).toLowerCase() === name.toLowerCase())?.sid;
  if (typeof sid === 'string') return { kind, sid, name };
  throw new LineError('LINE_PLACE', `The account has no ${kind} ${name}; is it one of another account, or of a subaccount?`);
}

/** The most Messaging Services that are asked whether a number is one of theirs. */
const MOST_SERVICES = 20;

async function describeNumber(client: TwilioClient, id: PlaceId): Promise<FoundPlace> {
  const found = await ask(`show the number ${id.name}`, () => client.incomingPhoneNumbers(id.sid).fetch());
  const name = typeof found.phoneNumber === 'string' ? found.phoneNumber : id.name;
  const service = await findService(client, id.sid);
  const voice = readSid(found.trunkSid, 'SIP trunk') ?? readSid(found.voiceApplicationSid, 'TwiML App');
  const messages = service ?? readSid(found.smsApplicationSid, 'TwiML App');
  return {
    place: makePlace(client, { ...id, name }),
    ignored: { ...(voice !== undefined && { voice, status: voice }), ...(messages !== undefined && { messages }) },
  };
}

function readSid(value: unknown, title: string): string | undefined {
  return typeof value === 'string' && value !== '' ? `${title} ${value}` : undefined;
}

/** The Messaging Service that gets the messages of a number, if there is one. Nothing tells but the services themselves. */
async function findService(client: TwilioClient, numberSid: string): Promise<string | undefined> {
  const services = await ask('list the Messaging Services', () => client.messaging.v1.services.list({ limit: MOST_SERVICES }));
  const theirs = await Promise.all(
    services.filter(({ useInboundWebhookOnNumber }) => useInboundWebhookOnNumber !== true).map((one) => holds(client, one, numberSid)),
  );
  return theirs.find((one) => one !== undefined);
}

async function holds(client: TwilioClient, { sid }: Fields, numberSid: string): Promise<string | undefined> {
  try {
    await ask('look into a Messaging Service', () => client.messaging.v1.services(String(sid)).phoneNumbers(numberSid).fetch());
    return `Messaging Service ${String(sid)}`;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
