import { ask, type Fields, type Item, type TwilioClient } from '../account/twilio-client.js';

/** What a URL is asked for. */
export type Purpose = 'voice' | 'messages' | 'status';

/** What has URLs at Twilio. */
export type PlaceKind = 'number' | 'sender' | 'service' | 'application' | 'domain';

/** Where URLs are set, by what Twilio knows it by. */
export interface PlaceId {
  readonly kind: PlaceKind;
  readonly sid: string;
  /** What people call it: the number, the domain, or the SID. */
  readonly name: string;
}

/** The URLs of a place, by the names of its fields; an empty text is none. */
export type Urls = Readonly<Record<string, string>>;

/** A place whose URLs can be read and set. */
export interface Place extends PlaceId {
  readonly fields: Readonly<Record<string, Purpose>>;
  read(): Promise<Urls>;
  /** Sets some of the URLs, and leaves all else as it is. */
  write(urls: Urls): Promise<void>;
}

/** What a kind of place is, in words, and which of its fields are URLs. Fallbacks are left alone: they are for when the line is down. */
export const KINDS: { readonly [Kind in PlaceKind]: { readonly title: string; readonly fields: Readonly<Record<string, Purpose>> } } = {
  number: { title: 'number', fields: { voiceUrl: 'voice', smsUrl: 'messages', statusCallback: 'status' } },
  sender: { title: 'WhatsApp sender', fields: { callbackUrl: 'messages', statusCallbackUrl: 'status' } },
  service: { title: 'Messaging Service', fields: { inboundRequestUrl: 'messages', statusCallback: 'status' } },
  application: {
    title: 'TwiML App',
    fields: { voiceUrl: 'voice', smsUrl: 'messages', statusCallback: 'status', messageStatusCallback: 'status' },
  },
  domain: { title: 'SIP domain', fields: { voiceUrl: 'voice', voiceStatusCallbackUrl: 'status' } },
};

/** Makes the place that Twilio knows by a SID. */
export function makePlace(client: TwilioClient, { kind, sid, name }: PlaceId): Place {
  const { title, fields } = KINDS[kind];
  const item = itemOf(client, kind, sid);
  const fetch = () => ask(`show the ${title} ${name}`, () => item.fetch());
  return {
    ...{ kind, sid, name, fields },
    async read() {
      const found = await fetch();
      return readUrls(fields, kind === 'sender' ? found.webhook : found);
    },
    async write(urls) {
      // The webhook of a sender is one value, which is set as a whole.
      const update = kind === 'sender' ? { webhook: writeWebhook((await fetch()).webhook, urls) } : urls;
      await ask(`set the URLs of the ${title} ${name}`, () => item.update(update));
    },
  };
}

function itemOf(client: TwilioClient, kind: PlaceKind, sid: string): Item {
  if (kind === 'number') return client.incomingPhoneNumbers(sid);
  if (kind === 'application') return client.applications(sid);
  if (kind === 'domain') return client.sip.domains(sid);
  return kind === 'service' ? client.messaging.v1.services(sid) : client.messaging.v2.channelsSenders(sid);
}

/** Reads the URLs out of a resource. One that is not set is null there, or empty, or left out. */
export function readUrls(fields: Readonly<Record<string, Purpose>>, resource: unknown): Urls {
  const found = (resource ?? {}) as Fields;
  return Object.fromEntries(
    Object.keys(fields).map((name) => {
      const value = found[name];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

/** The client reads this part of a resource in camel case, and sends it as it is given. */
function writeWebhook(before: unknown, urls: Urls): Fields {
  const merged = { ...(before as Fields | null | undefined), ...urls };
  return Object.fromEntries(
    Object.entries(merged).map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
