import { request } from 'node:http';
import type { Command, CommandResult, Snapshot } from '../../../src/emulator/control/protocol.js';

/** An answer, as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Asks a server for exactly this path with exactly these headers, which `fetch` would not let pass. */
export function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a console asks. */
export function connect({ url, token }: { readonly url: string; readonly token: string }) {
  const authorization = { authorization: `Bearer ${token}` };
  const read = async <Value>(answer: Promise<Answer>): Promise<Value> => {
    const { status, body } = await answer;
    const json = JSON.parse(body) as Value & { readonly message?: string };
    if (status !== 200) throw new Error(`${status} ${json.message}`);
    return json;
  };
  return {
    get: <Value>(path: string) => read<Value>(ask(url, path, { headers: authorization })),
    text: (path: string) => ask(url, path, { headers: authorization }),
    state: () => read<Snapshot>(ask(url, '/control/state', { headers: authorization })),
    do: (command: Command) =>
      read<CommandResult>(
        ask(url, '/control/do', {
          method: 'POST',
          headers: { ...authorization, 'content-type': 'application/json' },
          body: JSON.stringify(command),
        }),
      ),
  };
}

/** One server-sent event. */
export interface Sent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Listens to server-sent events until it has heard enough. */
export async function listenTo(
  { url, token }: { readonly url: string; readonly token: string },
  isEnough: (heard: readonly Sent[]) => boolean,
  { after, begun }: { readonly after?: string; readonly begun?: () => void } = {},
): Promise<readonly Sent[]> {
  const end = new AbortController();
  const response = await fetch(`${url}/control/events`, {
    signal: end.signal,
    headers: { authorization: `Bearer ${token}`, ...(after !== undefined && { 'last-event-id': after }) },
  });
  begun?.();
  const heard: Sent[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) heard.push(...readBlock(block));
    if (isEnough(heard)) break;
  }
  end.abort();
  return heard;
}

function readBlock(block: string): Sent[] {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const));
  const data = fields.get('data');
  return data === undefined ? [] : [{ event: fields.get('event') ?? 'message', id: fields.get('id'), data: JSON.parse(data) }];
}
