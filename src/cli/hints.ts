import type { Exchange } from '../delivery/exchange.js';

/** What the user has asked for, as far as hints repeat it. */
export interface Asked {
  /** The command line, without secrets. */
  readonly command: string;
  /** Whether a public URL was given. */
  readonly hasPublicUrl: boolean;
}

/** What a hint looks at. */
type Answered = Pick<Exchange, 'kind' | 'title' | 'publicUrl'> & { readonly answer?: { readonly status: number } | undefined };

/** What to look at when a server refused what was rightly made and signed. */
export function listHints(exchanges: readonly Answered[], asked: Asked): string[] {
  const hints = exchanges.flatMap((exchange) => {
    const describe = HINTS[exchange.answer?.status ?? 0];
    return describe === undefined ? [] : [describe(exchange, asked)];
  });
  return [...new Set(hints)].slice(0, 3);
}

const HINTS: Readonly<Record<number, (exchange: Answered, asked: Asked) => string>> = {
  400: ({ kind, title }) => `Answered 400: it was sent ${kind} (${title}). Is that what this URL is for?`,
  403: ({ publicUrl }, { command, hasPublicUrl }) => {
    const question = `Refused: does the server know the same auth token, and is ${publicUrl.replace(/[?#].*$/, '')} its public URL?`;
    return hasPublicUrl ? question : `${question} If it has another, sign for that: ${command} --as <its public URL>`;
  },
  500: () =>
    'Answered 500: what does the log of the server say? Without an auth token webhook() answers 500: has the server TWILIO_AUTH_TOKEN?',
};
