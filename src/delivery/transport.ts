import type { RequestHeaders } from '../request/headers.js';

/** A request to send. */
export interface HttpRequest {
  readonly method: string;
  /** Where it goes. */
  readonly url: URL;
  /** The query with its question mark, as text: `URL` would change some of what was signed. @default that of `url` */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** How long connecting may take, TLS included, in milliseconds. */
  readonly connectMs: number;
  /** How long the first byte, and each further one, may be waited for. */
  readonly readMs: number;
  /** How long all of it may take. */
  readonly totalMs: number;
  /** How large the body of the answer may be, in bytes. @default 4 MiB */
  readonly largest?: number;
  /** Gives up at once when it aborts. A handler in this process goes on by itself. */
  readonly signal?: AbortSignal;
}

/** The answer to a request. */
export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  /** In lower case. A header that came several times is a list where it may not be joined, as `set-cookie`. */
  readonly headers: Exclude<RequestHeaders, Headers>;
  readonly body: Uint8Array;
  /** From the first attempt to connect to the last byte, in milliseconds. */
  readonly durationMs: number;
}

/** Carries a request to where it belongs, and the answer back. It follows no redirect and tries nothing twice. */
export interface Transport {
  /** @throws HttpFailure when there is no whole answer in time. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** Where a request failed: while connecting, while waiting for the answer, in the midst of it, or because time was up. */
export type FailurePhase = 'connect' | 'read' | 'partial' | 'total';

/** Nobody answered, or nobody in time. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly phase: FailurePhase;
  readonly durationMs: number;

  /** @param cause - What the application threw, where it was called in this process. */
  constructor(phase: FailurePhase, message: string, durationMs: number, cause?: unknown) {
    super(message, { cause });
    this.phase = phase;
    this.durationMs = durationMs;
  }
}

/** No answer to a webhook is nearly as large, in bytes; what is larger is no answer. */
export const LARGEST_ANSWER = 4 * 1024 * 1024;

/** Path and query as they stand in a request: with nothing that HTTP does not allow there. */
export function targetOf({ url, query = url.search }: Pick<HttpRequest, 'url' | 'query'>): string {
  return `${url.pathname}${query}`.replaceAll(/[^\x21-\x7E]+/g, encodeURIComponent);
}
