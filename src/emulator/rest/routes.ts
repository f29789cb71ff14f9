import { accountRoutes } from './api/accounts.js';
import { applicationRoutes } from './api/applications.js';
import { availableNumberRoutes } from './api/available-numbers.js';
import { besideRoutes } from './api/beside.js';
import { callRoutes } from './api/calls.js';
import { conferenceRoutes } from './api/conferences.js';
import { incomingNumberRoutes } from './api/incoming-numbers.js';
import { keyRoutes } from './api/keys.js';
import { mediaRoutes } from './api/media.js';
import { messageRoutes } from './api/messages.js';
import { notificationRoutes } from './api/notifications.js';
import { paymentRoutes } from './api/payments.js';
import { queueRoutes } from './api/queues.js';
import { recordingRoutes } from './api/recordings.js';
import { sipDomainRoutes } from './api/sip-domains.js';
import { tokenRoutes } from './api/tokens.js';
import { transcriptionRoutes } from './api/transcriptions.js';
import { userDefinedMessageRoutes } from './api/user-defined-messages.js';
import { contentRoutes } from './content/contents.js';
import { lookupRoutes } from './lookups/phone-numbers.js';
import { channelSenderRoutes } from './messaging/channel-senders.js';
import { messagingServiceRoutes } from './messaging/services.js';
import type { Route } from './rest-request.js';
import { syncRoutes } from './sync/index.js';
import { taskRouterRoutes } from './taskrouter/index.js';
import { verifyRoutes } from './verify/index.js';

const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...applicationRoutes,
  ...availableNumberRoutes,
  ...besideRoutes,
  ...callRoutes,
  ...channelSenderRoutes,
  ...conferenceRoutes,
  ...contentRoutes,
  ...incomingNumberRoutes,
  ...keyRoutes,
  ...lookupRoutes,
  ...mediaRoutes,
  ...messageRoutes,
  ...messagingServiceRoutes,
  ...notificationRoutes,
  ...paymentRoutes,
  ...queueRoutes,
  ...recordingRoutes,
  ...sipDomainRoutes,
  ...syncRoutes,
  ...taskRouterRoutes,
  ...tokenRoutes,
  ...transcriptionRoutes,
  ...userDefinedMessageRoutes,
  ...verifyRoutes,
];

interface Compiled {
  readonly route: Route;
  readonly segments: readonly string[];
}

/** The routes by what is quick to tell: host, method and the number of parts of the path. */
const COMPILED = new Map<string, Compiled[]>();
for (const route of ROUTES) {
  const segments = route.path.split('/');
  const key = keyOf(route.host ?? 'api', route.method, segments.length);
  COMPILED.set(key, [...(COMPILED.get(key) ?? []), { route, segments }]);
}

function keyOf(product: string, method: string, length: number): string {
  return `${product} ${method} ${length}`;
}

/** The operation that a path stands for, and the parts of the path that it names. */
export function findRoute(
  product: string,
  method: string,
  path: string,
): { readonly route: Route; readonly names: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/');
  for (const { route, segments: pattern } of COMPILED.get(keyOf(product, method, segments.length)) ?? []) {
    const names = match(pattern, segments);
    if (names !== undefined) return { route, names };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!part.includes(':')) {
      if (part !== segment) return undefined;
      continue;
    }
    const [, name = '', ending = ''] = /^:([a-zA-Z]+)(.*)$/.exec(part) ?? [];
    if (!segment.endsWith(ending) || segment.length === ending.length) return undefined;
    names[name] = decode(segment.slice(0, segment.length - ending.length));
  }
  return names;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
