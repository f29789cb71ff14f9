import { createEmulator } from '../emulator/create-emulator.js';

const NUMBER = '+15550001111';
const ROUNDS = 60;

const CALL = '<Response><Gather action="/" numDigits="1"><Say>Press one.</Say></Gather></Response>';
const TEXT = '<Response><Message>Thank you.</Message></Response>';

/**
 * Calls and writes to an application in this process until the engine has compiled what that takes. Otherwise those who arrive first would wait
 * for it, and the application would seem to be slow.
 */
export function rehearse(): Promise<void> {
  rehearsed ??= play();
  return rehearsed;
}

/** Once is enough for a thread. */
let rehearsed: Promise<void> | undefined;

async function play(): Promise<void> {
  const answer = async (request: Request) => {
    const body = await request.text();
    return new Response(body.includes('MessageSid=') ? TEXT : CALL, { headers: { 'content-type': 'text/xml' } });
  };
  const twilio = createEmulator({ app: { fetch: answer }, numbers: { [NUMBER]: '/' }, strict: false, keep: ROUNDS });
  for (let round = 0; round < ROUNDS; round += 1) {
    const phone = twilio.phone(`+14155550${100 + round}`);
    const call = await phone.call(NUMBER);
    await call.press('1');
    await call.hangUp();
    await phone.text(NUMBER, 'Hello');
  }
  await twilio.close();
}
