import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An application as somebody might have it: a menu, a conference, an answer to texts. */
export function answer(path: string, parameters: URLSearchParams): string | undefined {
  const entered = parameters.get('Digits') ?? parameters.get('SpeechResult');
  switch (path) {
    case '/voice':
      return (
        '<Response><Gather input="dtmf speech" numDigits="1" action="/menu" timeout="30" speechTimeout="auto">' +
        '<Say>Press one for hours, or say what you want.</Say></Gather><Say>Goodbye.</Say></Response>'
      );
    case '/menu':
      return `<Response><Say>You chose ${escapeXml(entered ?? '')}.</Say><Redirect>/voice</Redirect></Response>`;
    case '/meeting':
      return '<Response><Dial><Conference startConferenceOnEnter="true">harbour</Conference></Dial></Response>';
    case '/sms':
      return `<Response><Message>You said ${escapeXml(parameters.get('Body') ?? '')}</Message></Response>`;
    case '/wrong':
      return '<Response><Message><Media></Media></Message></Response>';
    default:
      return undefined;
  }
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The application in this process. */
export const application = {
  fetch: async (request: Request): Promise<Response> => {
    const body = answer(new URL(request.url).pathname, new URLSearchParams(await request.text()));
    return body === undefined ? new Response(null, { status: 204 }) : new Response(body, { headers: { 'content-type': 'text/xml' } });
  },
};

/** The application as a server of its own, which can end and come back on its port. */
export async function startApplication(port = 0): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server: Server = createServer((request: IncomingMessage, response) => {
    void text(request).then((sent) => {
      const body = answer(request.url ?? '/', new URLSearchParams(sent));
      response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'text/xml' }).end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
