import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';

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
}

/** Sends a reply by Node's response. */
export function sendReply(reply: PlainReply, target: NodeResponse): void {
  // Something else has answered meanwhile, such as a time-out of the framework.
  if (target.headersSent === true) return;
  target.statusCode = reply.status;
  for (const [name, value] of listHeaders(reply)) target.setHeader(name, value);
  if (hangsUp(reply, target.req)) target.setHeader('connection', 'close');
  target.end(reply.body);
}

/** What is left of a body is not worth reading once the answer is known. HTTP/2 ends the one stream by itself. */
export function hangsUp({ status }: PlainReply, request: Receiving | undefined): boolean {
  return (status === 413 || request?.complete === false) && request?.httpVersionMajor !== 2;
}
