import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';

export const OURS = '+15550001111';
export const ADA = '+14155550100';
export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
export const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** What an application answers, by path; a path that is not there is answered by 204. */
export type Answers = Readonly<Record<string, string | ((parameters: URLSearchParams) => string | Response)>>;

/** An emulator with one number, and an application that answers. What it gets is in `got`. */
export function startEmulator(
  answers: Answers = {},
  options: Partial<EmulatorOptions> = {},
): Emulator & { readonly got: { readonly path: string; readonly parameters: URLSearchParams }[] } {
  const got: { readonly path: string; readonly parameters: URLSearchParams }[] = [];
  const emulator = createEmulator({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    now: '2026-11-30T12:00:00Z',
    numbers: { [OURS]: { smsUrl: '/sms', voiceUrl: '/voice' } },
    ...options,
    app: {
      async fetch(request) {
        const { pathname, searchParams } = new URL(request.url);
        const parameters = request.method === 'GET' ? searchParams : new URLSearchParams(await request.text());
        got.push({ path: pathname, parameters });
        const answer = answers[pathname];
        const content = typeof answer === 'function' ? answer(parameters) : answer;
        if (content instanceof Response) return content;
        return content === undefined
          ? new Response(null, { status: 204 })
          : new Response(content, { headers: { 'content-type': 'text/xml' } });
      },
    },
  });
  return Object.assign(emulator, { got });
}

/** A request to the REST API with the account's credentials. */
export async function ask(
  emulator: Emulator,
  method: string,
  path: string,
  form?: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers }> {
  const url = path.startsWith('/') ? `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}${path}` : `https://${path}`;
  const answer = await emulator.rest(
    new Request(url, {
      method,
      headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`, ...headers },
      ...(form && { body: new URLSearchParams(form) }),
    }),
  );
  const text = await answer.text();
  return {
    status: answer.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    headers: answer.headers,
  };
}
