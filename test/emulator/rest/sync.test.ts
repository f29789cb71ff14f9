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

  test('the webhook of a service is told of changes by REST where the service says so, in order', async () => {
    const emulator = startEmulator();
    const { body: service } = await ask(emulator, 'POST', 'sync.twilio.com/v1/Services', { WebhookUrl: 'https://app.example/changed' });
    const at = `sync.twilio.com/v1/Services/${service.sid}`;
    await ask(emulator, 'POST', `${at}/Documents`, { UniqueName: 'untold' });
    const { body: loud } = await ask(emulator, 'POST', at, { WebhooksFromRestEnabled: 'true' });
    expect(loud).toMatchObject({ webhooks_from_rest_enabled: true, webhook_url: 'https://app.example/changed' });
    await ask(emulator, 'POST', `${at}/Documents`, { UniqueName: 'state', Data: '{"n":1}' });
    await ask(emulator, 'POST', `${at}/Documents/state`, { Data: '{"n":2}' });
    await ask(emulator, 'DELETE', `${at}/Documents/state`);
    await ask(emulator, 'POST', `${at}/Lists`, { UniqueName: 'log' });
    await ask(emulator, 'POST', `${at}/Lists/log/Items`, { Data: '{"n":1}' });
    await ask(emulator, 'POST', `${at}/Maps`, {});
    const [{ sid: map }] = (await ask(emulator, 'GET', `${at}/Maps`)).body.maps as [{ readonly sid: string }];
    await ask(emulator, 'POST', `${at}/Maps/${map}/Items`, { Key: 'ada', Data: '{}' });
    await ask(emulator, 'POST', `${at}/Maps/${map}/Items/ada`, { Data: '{"age":36}' });
    await ask(emulator, 'DELETE', `${at}/Maps/${map}/Items/ada`);
    await ask(emulator, 'DELETE', `${at}/Maps/${map}`);
    await emulator.advance('1s');
    const told = emulator.got.map(({ parameters }) => Object.fromEntries(parameters));
    expect(told.map(({ EventType }) => EventType)).toEqual([
      'document_created',
      'document_updated',
      'document_removed',
      'list_created',
      'list_item_added',
      'map_created',
      'map_item_added',
      'map_item_updated',
      'map_item_removed',
      'map_removed',
    ]);
    expect(told[1]).toMatchObject({ ServiceSid: service.sid, DocumentUniqueName: 'state', DocumentRevision: '1', DocumentData: '{"n":2}' });
    expect(told[4]).toMatchObject({ ListUniqueName: 'log', ItemIndex: '0', ItemData: '{"n":1}', ItemRevision: '0' });
    expect(told[7]).toMatchObject({ MapSid: map, ItemKey: 'ada', ItemData: '{"age":36}', ItemRevision: '1', EventId: '1' });
    expect(told[8]).not.toHaveProperty('ItemData');
    expect(emulator.webhooks.map(({ findings }) => findings.length)).toEqual(told.map(() => 0));
    expect(emulator.findings).toEqual([]);
  });

  test('an item has a time of its own, and can change that of its collection', async () => {
    const emulator = startEmulator();
    const read = async (path: string) => (await ask(emulator, 'GET', `${AT}/${path}`)).status;
    await ask(emulator, 'POST', `${AT}/Maps`, { UniqueName: 'people', CollectionTtl: '3600' });
    await ask(emulator, 'POST', `${AT}/Maps/people/Items`, { Key: 'ada', Data: '{}', ItemTtl: '60' });
    await ask(emulator, 'POST', `${AT}/Maps/people/Items`, { Key: 'ben', Data: '{}', CollectionTtl: '600' });
    await emulator.advance('61s');
    expect([await read('Maps/people/Items/ada'), await read('Maps/people/Items/ben')]).toEqual([404, 200]);
    const again = await ask(emulator, 'POST', `${AT}/Maps/people/Items`, { Key: 'ada', Data: '{}' });
    expect([again.status, again.body.date_expires]).toEqual([201, null]);
    await ask(emulator, 'POST', `${AT}/Maps/people`, { Ttl: '0' });
    await emulator.advance('1h');
    expect(await read('Maps/people/Items/ben')).toBe(200);
    await ask(emulator, 'POST', `${AT}/Maps/people/Items/ben`, { CollectionTtl: '10' });
    await emulator.advance('11s');
    expect([await read('Maps/people'), await read('Maps/people/Items/ben')]).toEqual([404, 404]);
  });

  test('an item is removed by whoever knows its revision', async () => {
    const emulator = startEmulator();
    await ask(emulator, 'POST', `${AT}/Lists`, { UniqueName: 'log' });
    expect((await ask(emulator, 'POST', `${AT}/Lists/log/Items`, {})).status).toBe(400);
    await ask(emulator, 'POST', `${AT}/Lists/log/Items`, { Data: '{}' });
    const late = await ask(emulator, 'DELETE', `${AT}/Lists/log/Items/0`, undefined, { 'if-match': 'f' });
    expect([late.status, late.body.code]).toEqual([412, 54103]);
    expect((await ask(emulator, 'DELETE', `${AT}/Lists/log/Items/0`, undefined, { 'if-match': '0' })).status).toBe(204);
  });
});
