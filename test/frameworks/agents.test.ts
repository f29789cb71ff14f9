// Voice agents on servers of frameworks, called by the emulator: the same servers as in upgrade.test.ts, with their upgrades verified.
import { createEmulator, type Emulator } from 'ringback/emulator';
import { afterEach, describe, expect, test } from 'vitest';
import { type SocketServer, startFastify, startWs } from './sockets/on-node.js';
import { authToken } from './support/requests.js';

const NUMBER = '+15550001111';

let server: SocketServer | undefined;
let twilio: Emulator | undefined;
afterEach(async () => {
  await twilio?.close();
  await server?.stop();
});

describe.each<[string, () => Promise<SocketServer>]>([
  ['ws', startWs],
  ['Fastify', startFastify],
])('an agent on %s', (_, startServer) => {
  /** Connects each call with a socket of the server, whose host is the one that Twilio would call. */
  async function call(noun: string) {
    server = await startServer();
    const twiml = `<Response><Connect>${noun.replace('HOST', server.host)}</Connect></Response>`;
    twilio = createEmulator({
      apps: {
        'https://app.example': { fetch: () => new Response(twiml, { headers: { 'content-type': 'text/xml' } }) },
        [`https://${server.host}`]: { url: `http://${server.host}` },
      },
      numbers: { [NUMBER]: { voiceUrl: '/voice' } },
      authToken,
    });
    return twilio.phone('+14155550100').call(NUMBER);
  }

  test('answers prompt after prompt', async () => {
    const person = await call('<ConversationRelay url="wss://HOST/relay"/>');
    for (const words of ['one', 'two and more', 'x']) {
      await person.say(words);
      await person.hear(`You said ${words}`);
    }
    expect(twilio?.findings).toEqual([]);
  });

  test('sends back what it hears', async () => {
    const person = await call('<Stream url="wss://HOST/media"/>');
    await person.play(new Uint8Array(1600).fill(0x10));
    await person.stay('300ms');
    expect(person.heard.some(({ type }) => type === 'speech')).toBe(true);
    expect(twilio?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
