import type { LambdaEvent } from './events.js';

/** Tells whether an event is one that an HTTP request causes. */
function isHttpEvent(event: unknown): event is LambdaEvent {
  if (!isRecord(event)) return false;
  const { requestContext, rawPath, rawUrl, httpMethod, path } = event;
  if (typeof rawPath === 'string')
    return isRecord(requestContext) && isRecord(requestContext['http']) && typeof requestContext['http']['method'] === 'string';
  return typeof httpMethod === 'string' && typeof path === 'string' && (isRecord(requestContext) || typeof rawUrl === 'string');
}

/**
 * Checks what a function was called with. Whoever may invoke a function may call it with anything: the console's test button, a queue, a
 * schedule.
 *
 * @throws TypeError when it is no event of an HTTP request.
 */
export function checkEvent(event: unknown): LambdaEvent {
  if (isHttpEvent(event)) return event;
  throw new TypeError(
    'ringback/lambda expected an HTTP request: an event of API Gateway, of a load balancer, of a function URL or of Netlify, and got ' +
      `${describe(event)}. ${advise(event)}`,
  );
}

/** What to do about such an event: calls that keep a function warm come to the same function, whatever is done about the others. */
function advise(event: unknown): string {
  return isWarmUp(event)
    ? 'It only keeps the function warm: return before the webhook is called where event.httpMethod and event.rawPath are undefined.'
    : 'Point the trigger of such events at a function of its own.';
}

/** Calls by serverless-plugin-warmup, by lambda-warmer, or by a schedule of EventBridge. */
function isWarmUp(event: unknown): boolean {
  if (!isRecord(event)) return false;
  return event['source'] === 'serverless-plugin-warmup' || event['warmer'] === true || event['detail-type'] === 'Scheduled Event';
}

/** Names a value by its kind and its keys. What stands in it may be anybody's data, and goes into no message. */
function describe(event: unknown): string {
  if (Array.isArray(event)) return 'a list';
  if (!isRecord(event)) return event === null || event === undefined ? String(event) : `a ${typeof event}`;
  if (Array.isArray(event['Records'])) return 'records of a queue, a topic or a bucket (Records)';
  const names = Object.keys(event);
  if (names.length === 0) return 'an object without any fields';
  const shown = names.slice(0, 5).map((name) => name.slice(0, 40));
  return `an object with ${shown.join(', ')}${names.length > shown.length ? ' and more' : ''}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
