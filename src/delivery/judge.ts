import { readHeader } from '../request/headers.js';
import { type Level, placesOf } from '../twiml/conduct.js';
import { type Diagnostic, lintReply } from '../twiml/document/index.js';
import type { Answer } from './exchange.js';
import { type KindSchema, listExpected } from './kind.js';

/** What is known of an answer besides itself. */
interface Circumstances {
  readonly durationMs: number;
  readonly limitMs: number;
  /** Why there is no answer. */
  readonly failure?: string | undefined;
}

/** Finds what Twilio would complain of in the answer to a webhook. */
export function judgeAnswer(schema: KindSchema, answer: Answer | undefined, circumstances: Circumstances): readonly Diagnostic[] {
  const { failure = 'There is no answer', durationMs, limitMs } = circumstances;
  if (answer === undefined) return [makeFinding('no-answer', /[.?!]$/.test(failure) ? failure : `${failure}.`, 11200)];
  const late =
    durationMs <= limitMs ? [] : [makeFinding('reply-time', `Twilio waits ${limitMs / 1000} s for this, and gives up then.`, 11200)];
  return [...judgeContent(schema, answer, durationMs), ...late];
}

function judgeContent(schema: KindSchema, answer: Answer, durationMs: number): readonly Diagnostic[] {
  const expected = listExpected(schema);
  const document = (['voice', 'messaging', 'fax'] as const).find((family) => expected.includes(`${family}-twiml`));
  const isJson = /\bjson\b/i.test(readHeader(answer.headers, 'content-type') ?? '');
  if (document !== undefined && !(isJson && expected.includes('json'))) {
    return lintReply({ ...answer, durationMs }, { document, context: levelOf(schema.kind) });
  }
  const refusals = expected.includes('status') ? [403] : [];
  if ((answer.status < 200 || answer.status >= 300) && !refusals.includes(answer.status)) {
    return [makeFinding('reply-status', `An answer has a status from 200 to 299; found ${answer.status}.`, 11200)];
  }
  return expected.includes('json') ? judgeJson(schema, answer.body) : [];
}

/** Where the document that answers a kind of webhook runs. */
export function levelOf(kind: string): Level {
  const level = placesOf(kind)[0]?.asking.runs;
  return level === undefined || level === 'here' ? 'response' : level;
}

function judgeJson({ reply }: KindSchema, body: string): readonly Diagnostic[] {
  if (body.trim() === '') return [];
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return [makeFinding('reply-json', 'An answer to this is JSON; what came cannot be read as such.')];
  }
  const read = reply?.safeParse(json);
  const issues = read === undefined || read.success ? [] : read.error.issues;
  return issues.map(({ path, message }) => makeFinding('reply-json', `${path.map(String).join('.') || 'The answer'}: ${message}.`));
}

function makeFinding(rule: string, message: string, twilioCode?: number): Diagnostic {
  return { rule, severity: 'error', message, path: '/', ...(twilioCode !== undefined && { twilioCode }) };
}
