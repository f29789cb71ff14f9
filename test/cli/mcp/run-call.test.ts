import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { webhook } from '../../../src/node/index.js';
import { GatherResult, IncomingCall } from '../../../src/payloads/voice/index.js';
import { voiceResponse } from '../../../src/twiml/index.js';
import { keepServers, sendXml, serve, serveHandler, type TestServer } from '../serve.js';
import { connect } from './connect.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const env = { TWILIO_AUTH_TOKEN: authToken };

const keep = keepServers();

function startMenu(publicUrl?: string): Promise<TestServer> {
  const options = { authToken, ...(publicUrl !== undefined && { publicUrl }), onRejected: () => undefined };
  const voice = webhook(IncomingCall, options, () =>
    voiceResponse()
      .gather({ action: '/menu', numDigits: 1, input: ['dtmf', 'speech'] }, (gather) => gather.say('Press 1 for the hours.'))
      .say('Nothing came.'),
  );
  const menu = webhook(GatherResult, options, ({ Digits, SpeechResult }) =>
    Digits === '1' ? voiceResponse().say('We open at nine.') : voiceResponse().say(`You said ${SpeechResult}.`).dial('+14155550199'),
  );
  return keep(serveHandler((request, response) => (request.url === '/menu' ? menu : voice)(request, response)));
}

describe('run_call', () => {
  test('plays a call by its steps, and tells what was heard and every webhook', async () => {
    const { origin } = await startMenu();
    const { ask } = await connect({ env });
    const { text, failed } = await ask('run_call', {
      url: `${origin.replace('http://', '')}/voice`,
      steps: ['press 1', 'expect We open at nine'],
    });
    expect(failed).toBe(false);
    for (const told of ['Press 1 for the hours.', 'you press 1', 'voice.gather POST /menu Digits=1 → 200', 'We open at nine.'])
      expect(text).toContain(told);
    expect(text).toContain('All went well.');
  });

  test('says what was not heard, and who was dialled', async () => {
    const { origin } = await startMenu();
    const { ask } = await connect({ env });
    const { text } = await ask('run_call', { url: `${origin}/voice`, steps: ['say sales, please', 'expect We open'], dial: 'busy' });
    expect(text).toContain('You said sales, please.');
    expect(text).toContain('+14155550199: busy');
    expect(text).toContain('Not heard: "We open".');
  });

  test('gives every answer where details are wanted, for a call that can be made once more', async () => {
    const { origin } = await startMenu('https://shop.example');
    const { ask } = await connect({ env });
    const input = {
      url: `${origin}/voice`,
      steps: ['silence'],
      publicUrl: 'https://shop.example',
      from: 'client:ada',
      seed: 7,
      details: true,
    };
    const [once, again] = [await ask('run_call', input), await ask('run_call', input)];
    const told = JSON.parse(once.text);
    expect(told).toMatchObject({ ok: true, seed: 7, call: { from: 'client:ada' } });
    expect(told.webhooks[0]).toMatchObject({ kind: 'voice.incoming.client', status: 200, answer: expect.stringContaining('<Gather') });
    expect(JSON.parse(again.text).call.sid).toBe(told.call.sid);
  });

  test('signs with the token that ringback dev has made for the project, where no other is set', async () => {
    const { origin } = await startMenu();
    const project = mkdtempSync(join(tmpdir(), 'ringback-project-'));
    const { ask } = await connect({ project });
    expect((await ask('run_call', { url: `${origin}/voice` })).text).toContain('403');
    mkdirSync(join(project, '.ringback'));
    writeFileSync(join(project, '.ringback', 'account.json'), JSON.stringify({ accountSid: `AC${'0'.repeat(32)}`, authToken }));
    const { text } = await ask('run_call', { url: `${origin}/voice`, steps: ['press 1'] });
    rmSync(project, { recursive: true });
    expect(text).toContain('We open at nine.');
    expect(text).not.toContain(authToken);
  });

  test('asks no other machine, whatever way leads there', async () => {
    const { origin } = await keep(
      serve((_, response) => sendXml(response, '<Response><Redirect>http://192.0.2.1/voice</Redirect></Response>')),
    );
    const { ask } = await connect({ env });
    for (const url of ['https://shop.example/voice', 'http://192.0.2.1/voice', 'ftp://localhost/voice', '//shop.example', '--as=x'])
      expect(await ask('run_call', { url })).toMatchObject({ failed: true });
    expect((await ask('run_call', { url: 'https://shop.example/voice' })).text).toContain('--allow https://shop.example');
    expect((await ask('run_call', { url: `${origin}/voice` })).text).toContain('http://192.0.2.1 is not this machine');
  });

  test('asks another machine that was allowed', async () => {
    const { port } = await startMenu();
    // The address of no machine leads to this one, and is none that is known to.
    const origin = `http://0.0.0.0:${port}`;
    const { ask } = await connect({ env, allowed: [origin] });
    expect((await ask('run_call', { url: `${origin}/voice`, steps: ['press 1'] })).text).toContain('We open at nine.');
    expect((await ask('run_call', { url: `http://0.0.0.0:${port + 1}/voice` })).failed).toBe(true);
  });

  test('repeats no secret that the application says, and is not longer than an assistant wants to read', async () => {
    const { origin } = await keep(
      serve(({ headers }, response) => {
        const said = `${authToken} ${String(headers['x-twilio-signature'])} ${'All work and no play. '.repeat(1500)}`;
        sendXml(response, `<Response><Say>${said}</Say></Response>`);
      }),
    );
    const { ask } = await connect({ env });
    for (const details of [false, true]) {
      const { text } = await ask('run_call', { url: `${origin}/voice`, details });
      expect(text).toContain('[hidden]');
      expect(text).not.toContain(authToken);
      expect(text).toContain('characters are left out here');
      expect(text.length).toBeLessThan(25_000);
    }
  });
});
