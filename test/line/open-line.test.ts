import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journalFolder, listJournals } from '../../src/line/journal.js';
import { makeMark } from '../../src/line/mark.js';
import { openLine } from '../../src/line/open-line.js';
import { givenTunnel } from '../../src/line/tunnels/given.js';
import { ACCOUNT, endLater, leadHosts, makeFolder, OURS, open, prepareLine, readNumber, serveMark, startAccount } from './setup.js';

const SERVICE = 'MG0123456789abcdef0123456789abcdef';
const APPLICATION = 'AP0123456789abcdef0123456789abcdef';
const OTHER = '+15550002222';
const DEMO = 'https://demo.twilio.com/welcome/voice/';

/** A number with what a new one has. */
const demo = { [OURS]: { voiceUrl: DEMO, smsUrl: 'https://demo.twilio.com/welcome/sms/reply' } };

async function breakOff(opening: Awaited<ReturnType<typeof prepareLine>>): Promise<void> {
  await openLine(opening);
  // As after `kill -9`: nothing listens any more, and nothing was put back.
  await opening.server.close();
}

describe('A line', () => {
  test('sets the URLs of a number, and puts the old ones back', async () => {
    const account = startAccount({ numbers: { ...demo, [OTHER]: 'https://demo.twilio.com/welcome/voice/' } });
    const before = await readNumber(account);
    const opening = await prepareLine(account.client);
    const line = await open(opening);
    const origin = `http://127.0.0.1:${opening.port}`;
    expect(await readNumber(account)).toEqual({ voiceUrl: `${origin}/voice`, smsUrl: `${origin}/sms`, statusCallback: null });
    expect(line.changes).toMatchObject([
      { field: 'voiceUrl', before: DEMO, after: `${origin}/voice` },
      { field: 'smsUrl', before: 'https://demo.twilio.com/welcome/sms/reply', after: `${origin}/sms` },
    ]);
    await line.close();
    expect(await readNumber(account)).toEqual(before);
    expect(opening.told.filter(({ type }) => type === 'put-back')).toMatchObject([{ outcome: { outcome: 'restored' } }, {}]);
    expect(await listJournals(journalFolder(opening.project))).toEqual([]);
    const touched = account.emulator.events.filter((event) => event.type === 'rest' && event.method === 'POST');
    expect(touched).toHaveLength(2);
  });

  test('keeps the path, the query and the connection overrides of a URL of development', async () => {
    const account = startAccount({
      numbers: { [OURS]: { voiceUrl: 'http://localhost:3000/api/calls?x=1#rc=2', statusCallback: 'https://old.trycloudflare.com' } },
    });
    const opening = await prepareLine(account.client, { transport: leadHosts({}), paths: { messages: 'texts' } });
    await open(opening);
    const origin = `http://127.0.0.1:${opening.port}`;
    expect(await readNumber(account)).toEqual({
      voiceUrl: `${origin}/api/calls?x=1#rc=2`,
      smsUrl: `${origin}/texts`,
      statusCallback: `${origin}/`,
    });
  });

  test('sets Messaging Services, TwiML Apps, SIP domains and WhatsApp senders', async () => {
    const account = startAccount({
      numbers: { 'whatsapp:+15550003333': { statusCallback: 'http://localhost:1/wa' } },
      messagingServices: { [SERVICE]: {} },
      applications: { [APPLICATION]: { voiceUrl: 'http://localhost:1/app', messageStatusCallback: 'http://localhost:1/told' } },
      sipDomains: { 'ada.sip.twilio.com': { voiceUrl: 'http://localhost:1/sip', voiceStatusCallbackUrl: 'http://localhost:1/sip-status' } },
    });
    const wanted = [SERVICE, APPLICATION, 'ada.sip.twilio.com', 'whatsapp:+15550003333'];
    const opening = await prepareLine(account.client, { wanted });
    const line = await open(opening);
    const { client } = account;
    const origin = `http://127.0.0.1:${opening.port}`;
    const [domain] = await client.sip.domains.list({});
    const [sender] = await client.messaging.v2.channelsSenders.list({ channel: 'whatsapp' });
    expect(await client.messaging.v1.services(SERVICE).fetch()).toMatchObject({ inboundRequestUrl: `${origin}/sms` });
    expect(await client.applications(APPLICATION).fetch()).toMatchObject({
      voiceUrl: `${origin}/app`,
      messageStatusCallback: `${origin}/told`,
    });
    expect(domain).toMatchObject({ voiceUrl: `${origin}/sip`, voiceStatusCallbackUrl: `${origin}/sip-status` });
    expect(sender).toMatchObject({ webhook: { callbackUrl: `${origin}/sms`, statusCallbackUrl: `${origin}/wa`, callbackMethod: 'POST' } });
    await line.close();
    expect(await client.messaging.v1.services(SERVICE).fetch()).toMatchObject({ inboundRequestUrl: null });
    expect(await client.applications(APPLICATION).fetch()).toMatchObject({ voiceUrl: 'http://localhost:1/app' });
    expect(await client.sip.domains.list({})).toMatchObject([{ voiceUrl: 'http://localhost:1/sip' }]);
    expect(await client.messaging.v2.channelsSenders.list({ channel: 'whatsapp' })).toMatchObject([
      { webhook: { callbackUrl: null, statusCallbackUrl: 'http://localhost:1/wa' } },
    ]);
  });

  test('leaves alone what Twilio would ignore, and says what it goes by', async () => {
    const account = startAccount({
      numbers: { [OURS]: { voiceApplicationSid: APPLICATION, voiceUrl: DEMO, smsUrl: DEMO } },
      applications: { [APPLICATION]: {} },
      messagingServices: { [SERVICE]: { senders: [OURS] } },
    });
    await expect(openLine(await prepareLine(account.client))).rejects.toThrow(
      `The number ${OURS} is answered by TwiML App ${APPLICATION} and Messaging Service ${SERVICE}: name that in its place.`,
    );
    const opening = await prepareLine(account.client, { wanted: [OURS, SERVICE] });
    const line = await open(opening);
    expect(opening.told).toMatchObject([
      { type: 'ignored', found: { ignored: { voice: `TwiML App ${APPLICATION}` } } },
      {},
      { type: 'set' },
    ]);
    expect(line.changes).toMatchObject([{ place: { sid: SERVICE }, field: 'inboundRequestUrl', before: '' }]);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: DEMO, smsUrl: DEMO });
  });

  test.each([
    ['+15550009999', 'has no number +15550009999'],
    ['+1555000111', 'has no number +1555000111'],
    ['whatsapp:+15550001111', 'has no sender'],
    ['other.sip.twilio.com', 'has no domain'],
    ['0555', 'Expected a number such as'],
    [SERVICE, 'Twilio cannot show the Messaging Service'],
  ])('touches nothing when the account has no %s', async (wanted, message) => {
    const account = startAccount({ numbers: demo });
    await expect(openLine(await prepareLine(account.client, { wanted: [OURS, wanted] }))).rejects.toThrow(message);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: DEMO });
  });

  test('overwrites a URL that is none of development with leave alone', async () => {
    const numbers = { [OURS]: { voiceUrl: 'https://ada:s3cret@shop.example/voice', smsUrl: DEMO } };
    const account = startAccount({ numbers });
    const refused = await prepareLine(account.client);
    await expect(openLine(refused)).rejects.toThrow('https://shop.example/voice, which is none of development. Nothing was changed');
    expect(existsSync(join(refused.project, '.ringback'))).toBe(false);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: 'https://ada:s3cret@shop.example/voice' });
    const opening = await prepareLine(account.client, { yes: true });
    const line = await open(opening);
    expect(opening.told.find(({ type }) => type === 'overwriting')).toBeDefined();
    expect(await readNumber(account)).toMatchObject({ voiceUrl: `http://127.0.0.1:${opening.port}/voice` });
    await line.close();
    expect(await readNumber(account)).toMatchObject({ voiceUrl: 'https://ada:s3cret@shop.example/voice' });
  });

  test('tells of another developer, whose line or tunnel is up', async () => {
    const other = await serveMark({ id: 'theirs', since: '2026-11-30T11:00:00Z' });
    const account = startAccount({ numbers: { [OURS]: { voiceUrl: 'https://theirs.ngrok.app/voice' } } });
    const opening = { transport: leadHosts({ 'theirs.ngrok.app': other.port }) };
    await expect(openLine(await prepareLine(account.client, opening))).rejects.toThrow(
      'another ringback line, open since 2026-11-30T11:00:00Z',
    );
    await other.close();
    const line = await open(await prepareLine(account.client, opening));
    expect(line.changes).toHaveLength(2);
  });

  test('is told when somebody else sets a URL, and leaves that', async () => {
    const account = startAccount({ numbers: demo });
    const opening = await prepareLine(account.client, { watchMs: 10 });
    const line = await open(opening);
    const [number] = await account.client.incomingPhoneNumbers.list({ phoneNumber: OURS });
    await account.client.incomingPhoneNumbers(String(number?.sid)).update({ voiceUrl: 'https://theirs.ngrok.app/voice' });
    while (!opening.told.some(({ type }) => type === 'taken')) await new Promise((resolve) => setTimeout(resolve, 10));
    await line.close();
    expect(opening.told.filter(({ type }) => type === 'taken')).toHaveLength(1);
    expect(opening.told.filter(({ type }) => type === 'put-back')).toMatchObject([
      { outcome: { outcome: 'foreign', found: 'https://theirs.ngrok.app/voice' } },
      { outcome: { outcome: 'restored' } },
    ]);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: 'https://theirs.ngrok.app/voice', smsUrl: demo[OURS].smsUrl });
  });

  test('changes nothing when the tunnel does not come up, or leads elsewhere', async () => {
    const account = startAccount({ numbers: demo });
    const elsewhere = await serveMark(makeMark());
    const nowhere = await serveMark(makeMark());
    await nowhere.close();
    const tunnels = [
      [async () => Promise.reject(new Error('no tunnel')), 'no tunnel'],
      [async () => givenTunnel(`http://127.0.0.1:${elsewhere.port}`), 'it is another ringback line'],
      [async () => givenTunnel(`http://127.0.0.1:${nowhere.port}`), 'Nothing was changed'],
    ] as const;
    for (const [openTunnel, message] of tunnels) {
      const opening = await prepareLine(account.client, { openTunnel });
      await expect(openLine(opening)).rejects.toThrow(message);
      expect(existsSync(join(opening.project, '.ringback'))).toBe(false);
    }
    expect(account.emulator.events.filter((event) => event.type === 'rest' && event.method === 'POST')).toEqual([]);
  });

  test('writes the old URLs down before it changes any, for nobody else to read', async () => {
    const account = startAccount({ numbers: demo });
    const opening = await prepareLine(account.client, { credentials: 'twilio:s3cret' });
    const seen: unknown[] = [];
    account.emulator.on((event) => {
      if (event.type !== 'rest' || event.method !== 'POST') return;
      const folder = journalFolder(opening.project);
      const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.json'));
      const { changes } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      seen.push([statSync(join(folder, name)).mode & 0o777, changes[0].before]);
    });
    await open(opening);
    expect(seen).toEqual([[0o600, DEMO]]);
    expect(readFileSync(join(journalFolder(opening.project), '.gitignore'), 'utf8')).toBe('*\n');
    expect(await readNumber(account)).toMatchObject({ voiceUrl: `http://twilio:s3cret@127.0.0.1:${opening.port}/voice` });
  });

  test('changes nothing when they cannot be written down', async () => {
    const account = startAccount({ numbers: demo });
    const opening = await prepareLine(account.client, { project: join(makeFolder(), 'is-a-file') });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(opening.project, '');
    await expect(openLine(opening)).rejects.toMatchObject({ code: 'LINE_JOURNAL' });
    expect(await readNumber(account)).toMatchObject({ voiceUrl: DEMO });
  });

  test('puts back at its start what one before it has left, and does not take that for the old', async () => {
    const account = startAccount({ numbers: demo });
    const broken = await prepareLine(account.client);
    await breakOff(broken);
    const opening = await prepareLine(account.client, { project: broken.project });
    const line = await open(opening);
    expect(opening.told[0]).toMatchObject({ type: 'recovered', recovered: { is: 'restored', outcomes: [{ outcome: 'restored' }, {}] } });
    expect(line.changes[0]).toMatchObject({ before: DEMO });
    await line.close();
    expect(await readNumber(account)).toMatchObject({ voiceUrl: DEMO });
  });

  test('does not take the number of a line that is open', async () => {
    const account = startAccount({ numbers: demo });
    const first = await prepareLine(account.client);
    await open(first);
    const second = await prepareLine(account.client, { project: first.project });
    await expect(openLine(second)).rejects.toThrow(`${OURS} has a line already, that of the ringback on port ${first.port}`);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: `http://127.0.0.1:${first.port}/voice` });
  });

  test('leaves the journal of another account, and what is none', async () => {
    const account = startAccount({ numbers: demo });
    const broken = await prepareLine(account.client, { accountSid: 'AC00000000000000000000000000000000' });
    await breakOff(broken);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(journalFolder(broken.project), 'zz.json'), '{"version":1');
    const opening = await prepareLine(account.client, { project: broken.project, wanted: [], accountSid: ACCOUNT });
    await open(opening);
    expect(opening.told).toMatchObject([{ recovered: { is: 'of-other-account' } }, { recovered: { is: 'unreadable' } }, {}]);
  });

  test('puts back what it has set when the rest cannot be set', async () => {
    const account = startAccount({ numbers: { [OURS]: demo[OURS], [OTHER]: demo[OURS] } });
    const opening = await prepareLine(account.client, { wanted: [OURS, OTHER] });
    let posts = 0;
    const stop = account.emulator.on((event) => {
      if (event.type !== 'rest' || event.method !== 'POST') return;
      posts += 1;
      // The second number is gone before it can be set.
      if (posts === 1) void remove();
    });
    endLater(stop);
    const [gone] = await account.client.incomingPhoneNumbers.list({ phoneNumber: OTHER });
    const remove = () => (account.client.incomingPhoneNumbers(String(gone?.sid)) as unknown as { remove(): Promise<unknown> }).remove();
    await expect(openLine(opening)).rejects.toThrow(`Twilio cannot set the URLs of the number ${OTHER}`);
    expect(await readNumber(account)).toMatchObject({ voiceUrl: DEMO });
    expect(opening.told.filter(({ type }) => type === 'put-back')).toMatchObject([
      { outcome: { outcome: 'restored' } },
      { outcome: { outcome: 'restored' } },
      { outcome: { outcome: 'gone' } },
      { outcome: { outcome: 'gone' } },
    ]);
    expect(await listJournals(journalFolder(opening.project))).toEqual([]);
  });
});
