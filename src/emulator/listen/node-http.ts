import { collectBytes } from '../../request/body.js';

/** What is used of a request of `node:http`. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is used of a response of `node:http`. */
export interface NodeResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): void;
  flushHeaders(): void;
  write(chunk: Uint8Array): boolean;
  end(body?: Uint8Array): void;
  once(event: 'close' | 'drain', listener: () => void): void;
}

/** What is used of a server of `node:http`. */
export interface NodeServer {
  once(event: 'error', listener: (error: Error) => void): void;
}

interface NodeHttp {
  createServer(listener: (request: NodeRequest, response: NodeResponse) => void): NodeServer;
}

interface Listening {
  startListening(server: NodeServer, where: { readonly port?: number | undefined; readonly host?: string | undefined }): Promise<boolean>;
  stopListening(server: NodeServer): Promise<void>;
  originOf(server: NodeServer): string | undefined;
}

/** Runtimes without servers load the emulator too, and never call this. */
export async function loadHttp(): Promise<NodeHttp & Listening> {
  const [http, listening] = await Promise.all([
    import('node:http' as string) as Promise<NodeHttp>,
    import('../../delivery/listening.js' as string) as Promise<Listening>,
  ]);
  const { createServer } = http;
  return { createServer, ...listening };
}

/** Reads a request of Node's. @throws RequestError when its body is too large, or breaks off. */
export async function readNodeRequest(request: NodeRequest, origin: string, maxBytes: number): Promise<Request> {
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? await collectBytes(request, maxBytes) : undefined;
  // A target such as `//other.example/` is a path here, and no host.
  return new Request(origin + (url.startsWith('/') ? url : '/'), { method, headers, ...(body && { body: new Uint8Array(body) }) });
}

/** Writes an answer, chunk by chunk as it comes. Resolves when it is out, or the other side has gone. */
export async function writeNodeResponse(answer: Response, response: NodeResponse): Promise<void> {
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    response.once('close', () => {
      isClosed = true;
      resolve();
    });
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  const reader = answer.body?.getReader();
  if (reader === undefined) {
    response.end();
    return closed;
  }
  response.flushHeaders();
  void closed.then(() => reader.cancel().catch(() => undefined));
  for (let chunk = await reader.read(); !chunk.done && !isClosed; chunk = await reader.read()) {
    const isFull = !response.write(chunk.value);
    if (isFull) await Promise.race([closed, new Promise<void>((resolve) => response.once('drain', resolve))]);
  }
  response.end();
  return closed;
}
