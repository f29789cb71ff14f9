import { parseTwiml } from '../../twiml/document/index.js';
import type { TwimlNode } from '../../twiml/node.js';
import { isSound } from '../media.js';
import type { WireAnswer } from '../wire/transport.js';
import type { Outcome } from '../wire/webhook.js';
import { VerbFailure } from './verb-failure.js';

/** The largest answer that Twilio reads: https://www.twilio.com/docs/api/errors/11750 */
const LARGEST_BYTES = 65_536;

/** How an answer is read. */
export interface ReadOptions {
  /** What it answers. @default 'voice' */
  readonly family?: 'voice' | 'messaging';
  /** Reads a text, or gives nothing where it is no XML. @default reads it anew each time */
  readonly parse?: (text: string) => TwimlNode | undefined;
}

/**
 * Reads the answer to a webhook as Twilio does: a document, a sound that is played, or a text that is spoken, or sent as a message.
 *
 * @param url - Where it came from.
 * @throws VerbFailure when it is none of these.
 */
export function readDocument(
  { status, headers, body }: WireAnswer,
  url: string,
  { family = 'voice', parse = tryParse }: ReadOptions = {},
): TwimlNode {
  if (status < 200 || status >= 300) throw new VerbFailure(11200, `${url} answered ${status}.`);
  if (body.length > LARGEST_BYTES)
    throw new VerbFailure(11750, `${url} answered with ${body.length} bytes; Twilio reads ${LARGEST_BYTES} at most.`);
  if (family === 'voice' && isSound(headers)) return makeResponse({ tag: 'Play', attributes: {}, children: [url] });
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const text = new TextDecoder().decode(body);
  if (text.trim() === '') return makeResponse();
  if (type === 'text/plain' && family === 'messaging') return makeResponse({ tag: 'Message', attributes: {}, children: [text] });
  if (!XML_TYPES.includes(type)) {
    throw new VerbFailure(
      12300,
      `${url} answered with ${type === '' ? 'no content type' : `the content type ${type}`}; a document is text/xml.`,
    );
  }
  const root = parse(text);
  if (root === undefined && type === 'text/plain') return makeResponse({ tag: 'Say', attributes: {}, children: [text] });
  if (root === undefined) throw new VerbFailure(12100, `${url} answered with what is no XML.`);
  if (root.tag !== 'Response') throw new VerbFailure(12102, `${url} answered with <${root.tag}>; the root of a document is <Response>.`);
  return root;
}

/** A document that somebody was asked for. */
export interface ReadDocument {
  readonly root: TwimlNode;
  readonly url: string;
  /** The attempt that brought it. */
  readonly event: number;
}

/**
 * Reads what came of asking for a document.
 *
 * @param report - Is told of what is wrong, where the linter has not told of it.
 * @throws VerbFailure when there is no document.
 */
export function readOutcome(outcome: Outcome, options: ReadOptions, report: (failure: VerbFailure, event: number) => void): ReadDocument {
  const event = outcome.attempt?.seq ?? 0;
  if ('failure' in outcome) {
    const failure = new VerbFailure(outcome.failure.code, outcome.failure.message);
    report(failure, event);
    throw failure;
  }
  const { answer, url, attempt } = outcome;
  try {
    return { root: readDocument(answer, url, options), url, event };
  } catch (error) {
    if (!(error instanceof VerbFailure)) throw error;
    const isKnown = attempt.findings.some(({ twilioCode, severity }) => twilioCode === error.code && severity !== 'info');
    if (!isKnown) report(error, event);
    throw error;
  }
}

const XML_TYPES: readonly string[] = ['text/xml', 'application/xml', 'text/html', 'text/plain'];

/** Reads a document; nothing where the text is no XML. */
export function tryParse(text: string): TwimlNode | undefined {
  try {
    return parseTwiml(text);
  } catch {
    return undefined;
  }
}

function makeResponse(...children: TwimlNode[]): TwimlNode {
  return { tag: 'Response', attributes: {}, children };
}
