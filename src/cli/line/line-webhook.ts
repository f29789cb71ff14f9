import { limitOf } from '../../delivery/exchange.js';
import { judgeAnswer } from '../../delivery/judge.js';
import { isSignatureValid } from '../../signature/index.js';
import type { Diagnostic } from '../../twiml/document/index.js';
import { findKind } from '../kind.js';
import { type KeptWebhook, makeKeptWebhook, type ProxiedRequest } from '../record/kept-webhook.js';
import type { ProxiedUpgrade } from '../record/proxy.js';
import { Redactor } from '../record/redactor.js';

/** Whether the account signed a request; `unknown` where there is no token to tell by. */
export type Signed = 'yes' | 'no' | 'unknown';

/** A webhook that came over a line, as it is told of. */
export interface LineWebhook {
  /** What its parameters look like. */
  readonly kind: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  readonly signed: Signed;
  /** What Twilio would complain of in the answer. */
  readonly findings: readonly Diagnostic[];
  /** The file that it is kept in. */
  readonly file?: string | undefined;
}

/** A WebSocket that was asked for over a line. */
export interface LineSocket {
  readonly path: string;
  readonly status: number;
  readonly signed: Signed;
}

/** Looks at webhooks with the account's token. */
export class Inspector {
  readonly #authToken: string | undefined;
  /** One for all, so that the webhooks of a call still belong together. */
  readonly #redactor: Redactor | undefined;

  constructor(authToken: string | undefined, { keep = false }: { readonly keep?: boolean | undefined }) {
    this.#authToken = authToken;
    this.#redactor = keep ? undefined : new Redactor();
  }

  inspect(proxied: ProxiedRequest): { readonly webhook: LineWebhook; readonly kept: KeptWebhook } {
    const kept = makeKeptWebhook(proxied, this.#redactor);
    const { kind } = kept;
    const { status, headers, body, durationMs } = proxied.response;
    const schema = kind === undefined ? undefined : findKind(kind).schema;
    const answer = { status, statusText: '', headers: headers as Exclude<typeof headers, Headers>, body };
    const findings = schema === undefined ? [] : judgeAnswer(schema, answer, { durationMs, limitMs: limitOf(schema) });
    const { method, url } = proxied;
    return {
      kept,
      webhook: { kind, method, path: pathOf(url), status, durationMs: Math.round(durationMs), signed: this.#check(proxied), findings },
    };
  }

  inspectSocket({ url, status, headers }: ProxiedUpgrade): LineSocket {
    // Twilio signs the scheme that stands in the document, which is always this one.
    const signed = this.#check({ method: 'GET', url: url.replace(/^https?:/i, 'wss:'), headers, body: '' });
    return { path: pathOf(url), status, signed };
  }

  #check({ method, url, headers, body }: Pick<ProxiedRequest, 'method' | 'url' | 'headers' | 'body'>): Signed {
    if (this.#authToken === undefined) return 'unknown';
    return isSignatureValid({ method, url, headers, body: body === '' ? undefined : body }, { authToken: this.#authToken }) ? 'yes' : 'no';
  }
}

/** Without the query, which may hold secrets and, by GET, what a person wrote. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?]*/i, '').replace(/\?.*/s, '');
}
