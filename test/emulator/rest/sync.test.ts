import { describe, expect, test } from 'vitest';
import { ask, startEmulator } from '../setup.js';

const AT = 'sync.twilio.com/v1/Services/default';

describe('Sync', () => {
  test('a document is changed by whoever knows its revision', async () => {
    const emulator = startEmulator();
    const created = await ask(emulator, 'POST', `${AT}/Documents`, { UniqueName: 'state', Data: '{"n":1}' });
    expect([created.status, created.body.revision]).toEqual([201, '0']);
    const changed = await ask(emulator, 'POST', `${AT}/Documents/state`, { Data: '{"n":2}' }, { 'if-match': '0' });
    expect(changed.body).toMatchObject({ data: { n: 2 }, revision: '1' });
    const late = await ask(emulator, 'POST', `${AT}/Documents/state`, { Data: '{"n":3}' }, { 'if-match': '0' });
    expect(late.status).toBe(412);
    const twice = await ask(emulator, 'POST', `${AT}/Documents`, { UniqueName: 'state' });
    expect([twice.status, twice.body.code]).toEqual([409, 54301]);
  });

  test('a document goes when its time is over', async () => {
    const emulator = startEmulator();
    await ask(emulator, 'POST', `${AT}/Documents`, { UniqueName: 'brief', Ttl: '60' });
    await emulator.advance('59s');
    expect((await ask(emulator, 'GET', `${AT}/Documents/brief`)).status).toBe(200);
    await emulator.advance('2s');
    expect((await ask(emulator, 'GET', `${AT}/Documents/brief`)).status).toBe(404);
  });

  test('a list keeps its indexes, a map its keys, whatever they are', async () => {
    const emulator = startEmulator();
    await ask(emulator, 'POST', `${AT}/Lists`, { UniqueName: 'log' });
    for (const n of [1, 2, 3]) await ask(emulator, 'POST', `${AT}/Lists/log/Items`, { Data: `{"n":${n}}` });
    await ask(emulator, 'DELETE', `${AT}/Lists/log/Items/1`);
    const items = (await ask(emulator, 'GET', `${AT}/Lists/log/Items?Order=desc`)).body.items as readonly { readonly index: number }[];
    expect(items.map(({ index }) => index)).toEqual([2, 0]);
    await ask(emulator, 'POST', `${AT}/Maps`, { UniqueName: 'people' });
    await ask(emulator, 'POST', `${AT}/Maps/people/Items`, { Key: '__proto__', Data: '{"n":1}' });
    expect((await ask(emulator, 'GET', `${AT}/Maps/people/Items/__proto__`)).body.data).toEqual({ n: 1 });
    expect((await ask(emulator, 'GET', `${AT}/Maps/people/Items/constructor`)).status).toBe(404);
  });

  test('data is a JSON object', async () => {
    expect((await ask(startEmulator(), 'POST', `${AT}/Documents`, { Data: '[1]' })).status).toBe(400);
  });
});
