import { hashDigits } from '../../../fixtures/hash.js';
import type { NumberSettings } from '../../numbers.js';
import { readQuery, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import type { RestRequest, Route } from '../rest-request.js';

/** A sender of a channel, such as `whatsapp:+15550001111`. */
type Entry = readonly [address: string, settings: NumberSettings];

/** Which settings of a number the webhook of a sender is. */
const FIELDS: Readonly<Record<string, keyof NumberSettings>> = {
  callback_url: 'smsUrl',
  callback_method: 'smsMethod',
  fallback_url: 'smsFallbackUrl',
  fallback_method: 'smsFallbackMethod',
  status_callback_url: 'statusCallback',
  status_callback_method: 'statusCallbackMethod',
};

/** Senders of WhatsApp and RCS, whose requests are JSON: https://www.twilio.com/docs/whatsapp/api/senders */
export const channelSenderRoutes: readonly Route[] = resource<Entry>({
  host: 'messaging',
  path: '/v2/Channels/Senders',
  key: 'senders',
  all: ({ world }) => [...world.directory.numbers].filter(([address]) => /^(?:whatsapp|rcs):/.test(address)),
  keep: ([address], request) => address.startsWith(`${readQuery(request, 'Channel') ?? 'whatsapp'}:`),
  find: ({ world }, sid) => [...world.directory.numbers].find(([address]) => sidOf(address) === sid),
  describe,
  update: ([address, settings], request) => {
    request.world.directory.numbers.set(address, { ...settings, ...readWebhook(request) });
  },
});

function sidOf(address: string): string {
  return `XE${hashDigits(address, 0)}`;
}

/** An empty text takes a URL out. */
function readWebhook({ json }: RestRequest): NumberSettings {
  const { webhook = {} } = (json ?? {}) as { readonly webhook?: Readonly<Record<string, unknown>> };
  const known = Object.entries(webhook).filter(([name]) => Object.hasOwn(FIELDS, name));
  const settings = known.map(([name, value]) => {
    if (typeof value !== 'string' && value !== null) throw new RestError(20001, `webhook.${name} is a text`);
    return [FIELDS[name] as string, value || undefined] as const;
  });
  return Object.fromEntries(settings) as NumberSettings;
}

function describe([address]: Entry, { world }: RestRequest): object {
  const settings = world.directory.numbers.get(address) ?? {};
  const webhook = Object.entries(FIELDS).map(([name, field]) => {
    const value = settings[field];
    const isUrl = name.endsWith('_url');
    if (typeof value !== 'string') return [name, isUrl ? null : 'POST'] as const;
    return [name, isUrl ? world.directory.resolve(value) : value] as const;
  });
  return {
    configuration: null,
    offline_reasons: null,
    profile: { name: settings.friendlyName ?? address },
    properties: null,
    sender_id: address,
    sid: sidOf(address),
    status: 'ONLINE',
    url: `https://messaging.twilio.com/v2/Channels/Senders/${sidOf(address)}`,
    webhook: Object.fromEntries(webhook),
  };
}
