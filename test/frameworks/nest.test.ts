import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeFramework } from './support/cases.js';
import type { RunningFramework } from './support/framework.js';
import { startNest, versions } from './support/nest.js';
import { type Answer, accountSid, call, formOf, get, message, post, postJson } from './support/requests.js';

const callStatus = {
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  CallStatus: 'completed',
  CallbackSource: 'call-progress-events',
  CallDuration: '10',
  Direction: 'inbound',
  From: '+14155550100',
  SequenceNumber: '0',
  To: '+12015550123',
};

const {
  CallbackSource: _source,
  CallDuration: _duration,
  SequenceNumber: _number,
  ...incomingCall
} = { ...callStatus, CallStatus: 'ringing' };

const applications = versions.flatMap(([name, nest]) =>
  (['express', 'fastify'] as const).map((platform) => ({
    name: `${name} on ${platform}`,
    platform,
    start: (rawBody?: boolean) => startNest(nest, platform, rawBody),
  })),
);

for (const { name, start } of applications) describeFramework({ name, rawUrls: true, errors: 500, start: () => start() });

describe.each(applications)('guard, parameter and reply in $name', ({ platform, start }) => {
  let running: RunningFramework;
  const at = (path: string) => `${running.origin}${path}`;
  const send = (body: string, token?: string) =>
    post(at('/guarded/message'), formOf({ ...message, Body: body }), token === undefined ? {} : { token });
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running?.stop());

  test('hand over the payload and send the document', async () => {
    const { status, headers, text } = await send('Hello');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello, 0 pictures</Message></Response>');
    expect((await send('nothing')).text).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('answer what is only told with 204', async () => {
    const { status, text } = await post(at('/guarded/status'), formOf(callStatus));
    expect([status, text]).toEqual([204, '']);
  });

  test('pass a Response on', async () => {
    const { status, headers, text } = await send('later');
    expect([status, headers.get('x-own'), text]).toEqual([429, 'yes', 'later']);
  });

  test('refuse a wrong signature, what does not fit, and documents of another family', async () => {
    const wrong = await send('Hello', 'f'.repeat(32));
    const missing = await call(at('/guarded/message'), 'POST', {});
    const other = await post(at('/guarded/message'), formOf({ Body: 'Hello' }));
    expect([wrong, missing, other].map(({ status, text }) => [status, text])).toEqual([
      [403, ''],
      [403, ''],
      [400, ''],
    ]);
    for (const body of ['wrong', 'throw']) {
      const { status, text } = await send(body);
      expect(status).toBe(500);
      expect(text).not.toContain('secret detail');
    }
  });

  test('take several kinds at one URL', async () => {
    const several = at('/guarded/several');
    expect((await post(several, formOf(message))).text).toContain('<Message>You said Hello</Message>');
    const status = await post(several, formOf(callStatus));
    expect([status.status, status.text]).toEqual([204, '']);
    // A special case goes where its general kind does, and what is neither is refused.
    const whatsApp = { ...message, From: 'whatsapp:+14155550100', To: 'whatsapp:+12015550123', ProfileName: 'Anna', WaId: '14155550100' };
    expect((await post(several, formOf(whatsApp))).text).toContain('<Message>You said Hello</Message>');
    expect((await post(several, formOf(incomingCall))).status).toBe(400);
  });

  test('have a router beside them, in a method of a controller', async () => {
    const send = (target: string, parameters: Record<string, string>) => post(at(`/calls/${target}`), formOf(parameters));
    expect((await send('Anna', incomingCall)).text).toContain('<Say>+14155550100 for Anna</Say>');
    const { status, headers } = await send('Bo', incomingCall);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect((await send('Anna', callStatus)).status).toBe(204);
    expect((await post(at('/calls/Anna'), formOf(incomingCall), { token: 'f'.repeat(32) })).status).toBe(403);
    const failure = await send('Anna?mode=throw', incomingCall);
    expect(failure.status).toBe(500);
    expect(failure.text).not.toContain('secret detail');
  });

  test('leave what was verified at the request', async () => {
    const url = at('/guarded/who?a=1');
    expect(JSON.parse((await get(url)).text)).toMatchObject({ parameters: { a: '1' }, url });
  });

  test('can be replaced by middleware, which is an error that names the guard where it would hang', async () => {
    const verified = await post(at('/verified?q=1'), formOf(message));
    if (platform === 'fastify') return expect(verified.status).toBe(500);
    expect(JSON.parse(verified.text)).toEqual({ parameters: message, url: at('/verified?q=1'), accountSid, kind: 'messaging.incoming' });
    expect((await post(at('/verified'), formOf(message), { token: 'f'.repeat(32) })).status).toBe(403);
  });
});

describe.each(applications)('an application without rawBody in $name', ({ platform, start }) => {
  let running: RunningFramework;
  const at = (path: string) => `${running.origin}${path}`;
  beforeAll(async () => {
    running = await start(false);
  });
  afterAll(() => running?.stop());

  test('still verifies forms', async () => {
    const { status, text } = await post(at('/guarded/message'), formOf(message));
    expect([status, text]).toEqual([200, expect.stringContaining('You said Hello')]);
  });

  test('refuses JSON, and forms that its parser has nested, and names the option', async () => {
    const refusal = async (sending: Promise<Answer>) => [(await sending).status, running.rejections.at(-1)];
    const refused = [500, expect.stringMatching(/^REQUEST_BODY_PARSED .*\{ rawBody: true \}/)];
    expect(await refusal(postJson(at('/guarded/message'), JSON.stringify(message)))).toEqual(refused);
    const nested = post(at('/guarded/message'), `${formOf(message)}&a[b]=c`);
    // The parser on Fastify nests nothing.
    if (platform === 'fastify') expect((await nested).status).toBe(200);
    else expect(await refusal(nested)).toEqual(refused);
  });
});
