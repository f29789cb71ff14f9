import type { PlainReply } from '../webhook/plain-reply.js';

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  end(body?: string | Uint8Array): unknown;
  readonly headersSent?: boolean | undefined;
  readonly req?: Receiving | undefined;
}

/** How much of a request has come. */
export interface Receiving {
  readonly httpVersionMajor?: number | undefined;
  readonly complete?: boolean | undefined;
  /** Whether what comes is handed out, or dropped, as it comes. */
  readonly readableFlowing?: boolean | null | undefined;
}

/** Sends a reply by Node's response. */
export function sendReply(reply: PlainReply, target: NodeResponse): void {
  // Something else has answered meanwhile, such as a time-out of the framework.
  if (target.headersSent === true) return;
  target.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers)) target.setHeader(name, typeof value === 'string' ? value : [...value]);
  if (hangsUp(reply, target)) target.setHeader('connection', 'close');
  target.end(reply.body);
}

/**
 * What is left of a body is not worth reading once its request is refused, unless it flows and comes to its end by itself. HTTP/2 ends the one
 * stream by itself.
 */
export function hangsUp({ status }: PlainReply, exchange: { readonly req?: Receiving | undefined }): boolean {
  if (status < 400) return false;
  const { complete, readableFlowing, httpVersionMajor } = exchange.req ?? {};
  return (status === 413 || (complete === false && readableFlowing !== true)) && httpVersionMajor !== 2;
}
