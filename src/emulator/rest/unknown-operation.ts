import { RestError } from './rest-error.js';

/** The products by their hosts, as people call them. */
const PRODUCTS: Readonly<Record<string, string>> = {
  api: 'the core API',
  accounts: 'Accounts',
  autopilot: 'Autopilot',
  bulkexports: 'Bulk Exports',
  chat: 'Programmable Chat',
  content: 'Content',
  conversations: 'Conversations',
  events: 'Event Streams',
  flex: 'Flex',
  'flex-api': 'Flex',
  frontline: 'Frontline',
  insights: 'Insights',
  intelligence: 'Conversational Intelligence',
  lookups: 'Lookup',
  messaging: 'Messaging',
  monitor: 'Monitor',
  notify: 'Notify',
  numbers: 'Numbers',
  preview: 'Preview',
  pricing: 'Pricing',
  proxy: 'Proxy',
  routes: 'Routes',
  serverless: 'Functions',
  studio: 'Studio',
  supersim: 'Super SIM',
  sync: 'Sync',
  taskrouter: 'TaskRouter',
  trunking: 'Elastic SIP Trunking',
  trusthub: 'TrustHub',
  verify: 'Verify',
  video: 'Video',
  voice: 'Voice',
  wireless: 'Wireless',
};

/** Says which operation of which product was asked for, such as "create Rooms of Video". */
export function describeOperation(product: string, method: string, path: string): string {
  const segments = path
    .replace(/\.json$/, '')
    .split('/')
    .filter(Boolean);
  const isOne = /^(?:[A-Z]{2}[0-9a-f]{32}|\+\d+)$/i.test(segments.at(-1) ?? '');
  const named = segments.filter((segment) => /^[A-Z][A-Za-z]+$/.test(segment)).at(-1) ?? segments.at(-1) ?? '/';
  const verb =
    { GET: isOne ? 'fetch one of' : 'list', POST: isOne ? 'update one of' : 'create', DELETE: 'delete one of' }[method] ?? method;
  return `${verb} ${named} of ${PRODUCTS[product] ?? product}`;
}

/** An operation that there is at Twilio, perhaps, and not here. */
export function unknownOperation(path: string): RestError {
  return new RestError(20404, `The requested resource ${path} was not found`, 404);
}
