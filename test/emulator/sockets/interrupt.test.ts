import { expect, test } from 'vitest';
import { createEmulator } from '../../../src/emulator/index.js';

const ASK =
  '<Response><Gather input="speech" action="/said"><Say>Our opening hours are from nine until five. Say sales, or say support.</Say></Gather></Response>';

test('cuts a prompt off for who knows what to say, without any agent', async () => {
  const said: string[] = [];
  const twilio = createEmulator({
    app: {
      fetch: async (request) => {
        const isFirst = new URL(request.url).pathname === '/voice';
        if (!isFirst) said.push(new URLSearchParams(await request.text()).get('SpeechResult') ?? '');
        return new Response(isFirst ? ASK : '<Response><Say>Thank you</Say></Response>', { headers: { 'content-type': 'text/xml' } });
      },
    },
    numbers: { '+15550001111': { voiceUrl: '/voice' } },
  });
  const call = await twilio.phone('+14155550100').call('+15550001111');
  await call.interrupt('sales');
  await call.hear('Thank you');
  expect(said).toEqual(['sales']);
  expect(call.heard[0]).toMatchObject({ type: 'say', cut: true });
  await twilio.close();
});
