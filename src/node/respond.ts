/** What is used of Node's `ServerResponse`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string | Uint8Array): unknown;
  readonly headersSent?: boolean | undefined;
}

/** Sends a web `Response` by Node's. */
export async function sendResponse(response: Response, target: NodeResponse): Promise<void> {
  const body = response.body === null ? undefined : new Uint8Array(await response.arrayBuffer());
  // Something else has answered meanwhile, such as a time-out of the framework.
  if (target.headersSent === true) return;
  target.statusCode = response.status;
  response.headers.forEach((value, name) => {
    target.setHeader(name, value);
  });
  // What is left of a body that was too large is not worth reading.
  if (response.status === 413) target.setHeader('connection', 'close');
  target.end(body);
}
