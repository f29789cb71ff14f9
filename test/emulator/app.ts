import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';

export const NUMBER = '+15550001111';

/** An emulator whose application answers with TwiML by path; a status instead of a text is an empty answer with it. */
export function emulate(documents: Readonly<Record<string, string | number>>, options: Partial<EmulatorOptions> = {}): Emulator {
  const fetch = (request: Request) => {
    const document = documents[new URL(request.url).pathname] ?? 204;
    if (typeof document === 'number') return new Response(null, { status: document });
    return new Response(`<Response>${document}</Response>`, { headers: { 'content-type': 'text/xml' } });
  };
  return createEmulator({ app: { fetch }, numbers: { [NUMBER]: { voiceUrl: '/voice', statusCallback: '/status' } }, seed: 1, ...options });
}

/** The kinds of all webhooks, in the order of dispatch. */
export function kindsOf({ webhooks }: Emulator): readonly string[] {
  return webhooks.map(({ kind }) => kind);
}
