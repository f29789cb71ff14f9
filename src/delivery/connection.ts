import { DeliveryError } from './delivery-error.js';

/** What makes Twilio try again: a status, no connection, or no answer in time. */
export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt';

/** How Twilio calls a URL: its defaults, with the connection overrides of the URL's fragment put over them. */
export interface Connection {
  readonly connectMs: number;
  readonly readMs: number;
  /** For all attempts together. */
  readonly totalMs: number;
  readonly retries: number;
  readonly retryOn: readonly RetryReason[];
}

/** Twilio's limits: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const NUMBERS = {
  ct: { name: 'connectMs', least: 100, most: 10_000, usual: 5_000 },
  rt: { name: 'readMs', least: 100, most: 15_000, usual: 15_000 },
  tt: { name: 'totalMs', least: 100, most: 15_000, usual: 15_000 },
  rc: { name: 'retries', least: 0, most: 5, usual: 1 },
} as const;

const REASONS: readonly string[] = ['4xx', '5xx', 'ct', 'rt', 'all'];

/** Overrides that change nothing here: where Twilio calls from, and what it says while TLS is set up. */
const ELSEWHERE: readonly string[] = ['e', 'sni'];

/**
 * Reads the connection overrides of a URL, such as `#rc=2&rp=5xx,ct&rt=3000`.
 *
 * @param limitMs - How long Twilio waits for this kind of webhook, whatever the URL says.
 * @throws DeliveryError when Twilio would not take them.
 */
export function readConnection(url: string, limitMs: number): Connection {
  const fragment = /#(.*)$/s.exec(url)?.[1] ?? '';
  const given = new Map(fragment.split('&').filter(Boolean).map(cutPair));
  for (const name of given.keys()) checkName(name);
  const numbers = Object.entries(NUMBERS).map(([key, range]) => [range.name, readNumber(key, given.get(key), range)] as const);
  const { connectMs, readMs, totalMs, retries } = Object.fromEntries(numbers) as Record<
    (typeof NUMBERS)[keyof typeof NUMBERS]['name'],
    number
  >;
  return {
    connectMs,
    readMs: Math.min(readMs, limitMs),
    totalMs: Math.min(totalMs, limitMs),
    retries,
    retryOn: readReasons(given.get('rp') ?? 'ct'),
  };
}

function cutPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf('=');
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), decode(pair.slice(equals + 1))];
}

/** `rp=ct%2C5xx` is as good as `rp=ct,5xx`. */
function decode(value: string): string {
  return value.replaceAll(/%2C/gi, ',');
}

function checkName(name: string): void {
  if (name in NUMBERS || name === 'rp' || ELSEWHERE.includes(name)) return;
  const known = [...Object.keys(NUMBERS), 'rp', ...ELSEWHERE].join(', ');
  throw new DeliveryError(
    'DELIVERY_OVERRIDE',
    `${JSON.stringify(name)} in the URL's fragment is no connection override; there are ${known}`,
  );
}

function readNumber(
  key: string,
  text: string | undefined,
  range: { readonly least: number; readonly most: number; readonly usual: number },
): number {
  if (text === undefined) return range.usual;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  throw new DeliveryError(
    'DELIVERY_OVERRIDE',
    `#${key} in the URL is a number from ${range.least} to ${range.most}, got ${JSON.stringify(text)}`,
  );
}

function readReasons(text: string): readonly RetryReason[] {
  const reasons = text.split(',');
  const wrong = reasons.find((reason) => !REASONS.includes(reason));
  if (wrong !== undefined)
    throw new DeliveryError(
      'DELIVERY_OVERRIDE',
      `#rp in the URL is a list of ${REASONS.join(', ')}; Twilio refuses ${JSON.stringify(wrong)} (11243)`,
    );
  return reasons.includes('all') ? ['4xx', '5xx', 'ct', 'rt'] : (reasons as RetryReason[]);
}
