import { splitUrl } from '../../request/urls.js';
import { pageUrl } from '../../site.js';
import type { Circumstances } from '../explainer.js';
import { ADVICE } from './advice.js';
import { type Change, quote } from './change.js';
import { isPrivateHost } from './private-host.js';

/** Where a request was said to go, and where it was signed for. */
export interface Urls {
  readonly given: string;
  /** Without what no log is to have. */
  readonly matched?: string | undefined;
}

type Advised = Pick<Change, 'cause' | 'advice'>;

const URL_CAUSES: readonly string[] = ['wrong-scheme', 'wrong-host', 'wrong-port', 'wrong-path', 'trailing-slash', 'websocket-url'];

/**
 * Writes what to do about some causes, each sentence once, with the section that tells more about the last. What the caller has done already
 * is not advised again.
 */
export function advise(changes: readonly Advised[], urls: Urls, circumstances: Circumstances): string {
  const cause = changes.at(-1)?.cause ?? 'unknown';
  const isUrl = changes.every((change) => URL_CAUSES.includes(change.cause));
  const texts = (isUrl && urls.matched !== undefined ? adviseUrl(urls.matched, urls.given, circumstances) : undefined) ?? [
    ...describeSetting(changes, circumstances),
    ...changes.map((change) => change.advice ?? ADVICE[change.cause]),
  ];
  const sentences = texts.flatMap((text) => text.split(/(?<=\.) (?=[A-Z])/));
  return `${[...new Set(sentences)].join(' ')} More: ${pageUrl(`signature#${cause}`)}`;
}

/** The advice on a URL where more is known than its cause: who signed it, and what `publicUrl` is. */
function adviseUrl(matched: string, given: string, { publicUrl }: Circumstances): readonly string[] | undefined {
  const [signed, own] = [splitUrl(matched), splitUrl(given)];
  if (signed === undefined || own === undefined) return undefined;
  if (isPrivateHost(signed.host) && !isPrivateHost(own.host)) {
    const as = quote(typeof publicUrl === 'string' ? publicUrl : `${own.scheme}://${own.host}${own.port}`);
    return [
      `It was signed for a URL that only this machine or network knows, so that a tool sent it and not Twilio: ${quote(matched)}.`,
      `Let the tool sign the public URL, as ringback send --as ${as} does.`,
    ];
  }
  if (publicUrl === undefined) return undefined;
  const isSamePath = signed.path === own.path && signed.query === own.query;
  return [
    ...describeSetting([{ cause: 'wrong-host' }], { publicUrl }),
    `This request was signed for ${quote(matched)}.`,
    isSamePath && typeof publicUrl === 'string'
      ? `If that is the URL configured at Twilio, set publicUrl to ${quote(originOf(matched))}, with the path prefix where there is one.`
      : 'If that is the URL configured at Twilio, give publicUrl as a function that returns it whole.',
  ];
}

function originOf(url: string): string {
  return /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url;
}

/** Tells what `publicUrl` is, where the URL is in doubt. */
function describeSetting(changes: readonly Advised[], { publicUrl }: Circumstances): readonly string[] {
  const isUrl = changes.some(({ cause }) => cause === 'unknown' || URL_CAUSES.includes(cause));
  if (publicUrl === undefined || !isUrl) return [];
  return [`publicUrl is ${typeof publicUrl === 'string' ? quote(publicUrl) : 'a function'}.`];
}
