import { domainToASCII } from 'node:url';

/**
 * The products of Twilio's REST API: the first part of the host names that its clients ask, old ones included. Tests compare the list with
 * the clients. `mcs` holds the media of chats and conversations.
 */
const PRODUCTS: ReadonlySet<string> = new Set(
  (
    'accounts api assistants autopilot bulkexports chat content conversations events fax flex-api frontline-api iam insights intelligence ' +
    'ip-messaging knowledge lookups marketplace mcs media memory messaging microvisor monitor notify numbers oauth preview preview-iam ' +
    'pricing proxy routes serverless studio supersim sync taskrouter trunking trusthub verify video voice webhooks wireless'
  ).split(' '),
);

/** Where Twilio redirects to for the content of media. */
const MEDIA_HOSTS: ReadonlySet<string> = new Set(['mms.twiliocdn.com', 'media.twiliocdn.com']);

/** The product, and after it at most an edge and a region: `api.twilio.com`, `api.ie1.twilio.com`, `api.dublin.ie1.twilio.com`. */
const PRODUCT_HOST = /^([a-z-]+)(?:\.[a-z0-9-]+){0,2}\.twilio\.com$/;

/** The name as it would be looked up, whatever case, final dot or full-width letters it is written with. */
export function cleanHost(host: string): string {
  return (domainToASCII(host) || host.toLowerCase()).replace(/\.$/, '');
}

/**
 * Tells what becomes of a connection to a host: it is `led` to the emulator, or it is another host of Twilio's and `refused`. `undefined`
 * is for all hosts that are not Twilio's, which nothing is done to.
 */
export function judgeHost(host: unknown): 'led' | 'refused' | undefined {
  if (typeof host !== 'string') return undefined;
  const name = cleanHost(host);
  if (MEDIA_HOSTS.has(name)) return 'led';
  const [, product] = PRODUCT_HOST.exec(name) ?? [];
  if (product !== undefined && PRODUCTS.has(product)) return 'led';
  return name === 'twilio.com' || name.endsWith('.twilio.com') ? 'refused' : undefined;
}
