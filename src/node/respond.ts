import { readReply } from '../webhook/reply.js';

/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  end(body?: string | Uint8Array): unknown;
  readonly headersSent?: boolean | undefined;
  readonly req?: { readonly httpVersionMajor?: number | undefined } | undefined;
}

/** Sends a web `Response` by Node's. */
export async function sendResponse(response: Response, target: NodeResponse): Promise<void> {
  const body = await readReply(response);
  // Something else has answered meanwhile, such as a time-out of the framework.
  if (target.headersSent === true) return;
  target.statusCode = response.status;
  for (const [name, value] of listHeaders(response)) target.setHeader(name, value);
  if (hangsUp(response, target.req)) target.setHeader('connection', 'close');
  target.end(body);
}

/** What is left of a body that was too large is not worth reading. HTTP/2 ends the one stream by itself. */
export function hangsUp({ status }: Response, request: { readonly httpVersionMajor?: number | undefined } | undefined): boolean {
  return status === 413 && request?.httpVersionMajor !== 2;
}

/** The headers of a response, each name once. Cookies are a list, as nothing else may join them. */
export function listHeaders({ headers }: Response): [name: string, value: string | string[]][] {
  const cookies = headers.getSetCookie();
  const others = [...headers].filter(([name]) => name !== 'set-cookie');
  return cookies.length === 0 ? others : [...others, ['set-cookie', cookies]];
}
