import { describeValue } from '../describe-value.js';
import type { Diagnostic } from './diagnostic.js';
import { checkXml } from './lint.js';
import { checkOptions, type LintOptions } from './options.js';
import { bodyOf, mediaTypeOf } from './reply-parts.js';
import { Report } from './report.js';
import type { Reply } from './rule.js';
import { replyRules } from './rules/groups.js';

/**
 * Checks an answer to a webhook as it goes over the wire: status, content type, size and time, and the document in it as
 * {@link lintTwiml} does.
 *
 * The answer to a status callback may be empty; say `context: 'status-callback'`, and no document is looked for in it.
 *
 * @param reply - What was sent. A `Response` has it all: `{ status, headers, body: await response.text() }`.
 *
 * @example
 * ```ts
 * lintReply({ status: 200, headers: { 'content-type': 'application/json' }, body: '<Response/>', durationMs: 120 });
 * ```
 */
export function lintReply(reply: Reply, options: LintOptions = {}): Diagnostic[] {
  checkReply(reply);
  checkOptions(options);
  const report = new Report(options);
  for (const rule of replyRules) report.add(rule, rule.reply?.(reply, options), () => ({ path: '/', order: -2 }));
  const body = bodyOf(reply);
  if (options.context !== 'status-callback' && holdsDocument(reply, body)) checkXml(body, options, report);
  return report.finish();
}

/** Refuses what is no answer, such as a `Response`, whose body nobody has read. @throws TypeError */
function checkReply(reply: Reply): void {
  const { status, headers, body } = reply ?? {};
  if (typeof status === 'number' && headers && (typeof body === 'string' || ArrayBuffer.isView(body))) return;
  throw new TypeError(`lintReply() takes { status, headers, body }, the body as text or bytes, and got ${describeValue(reply)}`);
}

/** Whether an answer is a document, rather than an error page, a redirect, a sound, a text to be spoken or nothing. */
function holdsDocument(reply: Reply, body: string): boolean {
  if (reply.status < 200 || reply.status >= 300 || body.trim() === '') return false;
  const type = mediaTypeOf(reply) ?? '';
  return !/^(?:audio|image|video)\//.test(type) && (type !== 'text/plain' || /^\s*\uFEFF?\s*</.test(body));
}
