import { type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Tells the emulator which way a request has come. */
export const WAY: readonly string[] = ['x-ringback-way', 'proxy'];

/**
 * Sends a request on as it came, but for its URL and for what is said to proxies alone, and its answer back.
 *
 * @param more - Headers that it gets besides: names and values in turns.
 */
export function forward(incoming: IncomingMessage, response: ServerResponse, target: URL, more: readonly string[] = []): void {
  const { hostname, port, pathname, search } = target;
  const sent = request({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || 80,
    method: incoming.method,
    path: pathname + search,
    headers: [
      ...incoming.rawHeaders.flatMap((name, index, all) => (index % 2 === 1 || /^proxy-/i.test(name) ? [] : [name, all[index + 1] ?? ''])),
      ...more,
    ],
  });
  sent.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
    answer.pipe(response);
  });
  sent.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, `Nobody answers at ${target.origin} (${'code' in error ? error.code : error.message}).`);
  });
  response.on('close', () => sent.destroy());
  incoming.pipe(sent);
}

/** Answers in the form of Twilio's errors, which its clients show. */
export function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ code: null, message: `ringback: ${message}`, more_info: null, status }));
}
