import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { type DiffLine, diffLines } from './diff-lines.js';

/** A parameter that is not what it was. */
export interface ParameterChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What is different between two webhooks and their answers. */
export interface Comparison {
  readonly parameters: readonly ParameterChange[];
  /** How many parameters differ as they do in every run: SIDs, times, tokens. */
  readonly chance: number;
  readonly url?: readonly [before: string, after: string];
  /** The status of the answer, or why there was none. */
  readonly status?: readonly [before: string, after: string];
  readonly lines: readonly DiffLine[];
  readonly isSame: boolean;
}

/** Parameters that are another one in every run. */
const CHANCE_NAMES = /^(?:CallToken|Timestamp|StirPassportToken|RawDlrDoneDate|(?:\w*)(?:StartTime|EndTime))$/;

/** SIDs, and dates and times as ISO 8601 and RFC 2822 write them. */
const CHANCE_TEXTS =
  /\b[A-Z]{2}[0-9a-f]{32}\b|\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?|\b[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}/g;

/** A text without what chance and time have put into it. */
export function steady(text: string): string {
  return text.replace(CHANCE_TEXTS, (found) => (/^[A-Z]{2}[0-9a-f]{32}$/.test(found) ? `${found.slice(0, 2)}…` : '…'));
}

/** Compares a webhook and its answer with an earlier one. */
export function compareWebhooks(before: WebhookDetail, after: WebhookDetail): Comparison {
  const all = changesOf(before, after);
  const parameters = all.filter((change) => !isChance(change));
  const lines = diffLines(linesOf(before), linesOf(after), (line) => steady(line.trim()));
  const [url, status] = [pair(before.url, after.url), pair(outcomeOf(before), outcomeOf(after))];
  return {
    parameters,
    chance: all.length - parameters.length,
    ...(url && { url }),
    ...(status && { status }),
    lines,
    isSame: parameters.length === 0 && url === undefined && status === undefined && lines.every(({ type }) => type === 'same'),
  };
}

function isChance({ name, before, after }: ParameterChange): boolean {
  if (before === undefined || after === undefined) return false;
  return CHANCE_NAMES.test(name) || steady(before) === steady(after);
}

function changesOf(before: WebhookDetail, after: WebhookDetail): readonly ParameterChange[] {
  const [was, is] = [before, after].map(({ parameters }) => new Map(parameters.map(({ name, value }) => [name, value])));
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return names.flatMap((name) => {
    const [one, other] = [was?.get(name), is?.get(name)];
    if (one === other) return [];
    return [{ name, ...(one !== undefined && { before: one }), ...(other !== undefined && { after: other }) }];
  });
}

function pair(before: string, after: string): readonly [string, string] | undefined {
  return steady(before) === steady(after) ? undefined : [before, after];
}

function outcomeOf({ answer, failure }: WebhookDetail): string {
  return answer === undefined ? (failure ?? 'no answer yet') : String(answer.status);
}

/** The answer line by line; a document in one line is told apart by its tags. */
function linesOf({ answer }: WebhookDetail): readonly string[] {
  if (answer === undefined || answer.body === '') return [];
  const { body, isTwiml } = answer;
  return (isTwiml ? body.replace(/>\s*</g, '>\n<') : body).split('\n').map((line) => line.trimEnd());
}
