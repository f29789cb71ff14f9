import { expect, test } from 'vitest';
import { DevTerminal } from '../../src/cli/dev/terminal.js';
import { listUnknownOptions } from '../../src/cli/dev/unknown-options.js';
import { makeEmulator } from '../../src/emulator/create-emulator.js';
import { WorldKeeper } from '../../src/emulator/world-keeper.js';

/** What the terminal says while somebody calls and writes twice. */
async function listen(status: number): Promise<string> {
  const keeper = new WorldKeeper({
    app: { fetch: () => new Response('<Response/>', { status, headers: { 'content-type': 'text/xml' } }) },
    numbers: { '+12015550123': { voiceUrl: '/voice?a=1', smsUrl: '/sms' } },
    strict: false,
  });
  let printed = '';
  const terminal = new DevTerminal({ stderr: { write: (text) => (printed += text) }, colours: false });
  keeper.on((notice) => notice.type === 'event' && terminal.follow(notice.event, keeper.world));
  const twilio = makeEmulator(keeper);
  const phone = twilio.phone('+14155550100');
  for (const body of ['one', 'two']) {
    await phone.call('+12015550123');
    await phone.text('+12015550123', body);
    await twilio.idle();
  }
  await twilio.close();
  return printed;
}

test('where the application has nothing at the usual paths, the terminal says once how to name others', async () => {
  const printed = await listen(404);
  expect(printed.match(/nothing at \/voice \(404\).*--voice <path>/g)).toHaveLength(1);
  expect(printed.match(/nothing at \/sms \(404\).*--sms <path>/g)).toHaveLength(1);
});

test.each([200, 403, 500])('an answer of %i is about something else', async (status) => {
  expect(await listen(status)).not.toContain('<path>');
});

test.each([
  [{}, []],
  [{ numbers: { '+12015550123': { voiceUrl: '/voice' }, '+12015550124': '/sms' }, phones: {}, port: 1, keepAlive: true, $schema: 'x' }, []],
  [{ nmbers: {} }, ['The configuration has "nmbers", which is no option; did you mean "numbers"?']],
  [{ numbers: { '+1': { voiceURL: '/v' } } }, ['The configuration has "voiceURL" of +1, which is no option; did you mean "voiceUrl"?']],
  [{ strict: true }, ['The configuration has "strict", which is no option']],
])('of the configuration %j what nobody reads is named', (config, expected) => {
  expect(listUnknownOptions(config as object)).toEqual(expected);
});
