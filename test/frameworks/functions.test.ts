// Twilio Functions, in the runtime that Twilio's own tools run on a developer's machine: each function in a process of its own, as by default
// there, and all in one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { messagingResponse, voiceResponse } from 'ringback';
import { type FunctionPlatform, type TwilioResponse, webhook, webhookRouter } from 'ringback/functions';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { SendgridEvents } from 'ringback/payloads/sendgrid';
import { GatherResult, IncomingCall } from 'ringback/payloads/voice';
import type { WebhookContext } from 'ringback/webhook';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from './support/binaries.js';
import type { RunningFramework } from './support/framework.js';
import { listen } from './support/listen.js';
import { accountSid, authToken, formOf, get, message, post } from './support/requests.js';

const { LocalDevelopmentServer } = createRequire(import.meta.url)('@twilio/runtime-handler/dev');

const call = { AccountSid: accountSid, ApiVersion: '2010-04-01', CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081', CallStatus: 'ringing' };
const incomingCall = { ...call, Direction: 'inbound', From: '+14155550100', To: '+12015550123' };

/** Functions of somebody's, as CommonJS. */
const functions = {
  '/voice': `
exports.handler = webhookRouter({ onRejected() {} })
  .on(IncomingCall, { query: { mode: 'menu' } }, (_, { query }) => voiceResponse().say('menu ' + query.get('mode')))
  .on(IncomingCall, ({ From }, { url, platform: [context] }) => voiceResponse().say([From, url, context.GREETING].join(' ')))
  .on(GatherResult, () => { throw new Error('secret detail'); });`,
  '/client': `
exports.handler = webhook(IncomingMessage, (_, { platform: [context] }) =>
  messagingResponse().message(typeof context.getTwilioClient().messages.create));`,
  '/own': `
exports.handler = webhook(IncomingMessage, () => new Twilio.Response().setStatusCode(418).setBody('own').appendHeader('X-Own', 'yes'));`,
  '/wrong': `
exports.handler = webhook(IncomingMessage, () => voiceResponse());`,
  '/nothing': `
exports.handler = webhook(IncomingMessage, () => null);`,
};
const imports = `
const { messagingResponse, voiceResponse, IncomingMessage, IncomingCall, GatherResult } = require('ringback');
const { webhook, webhookRouter } = require('ringback/functions');`;

describe.each([
  ['a process each', true],
  ['one process', false],
])('Twilio Functions in %s', (_, forkProcess) => {
  // Inside the folder of the tests, so that functions find the package as they would in a project.
  const folder = mkdtempSync(join(import.meta.dirname, 'node_modules', 'functions-'));
  const web = { Response: globalThis.Response };
  let running: RunningFramework;

  beforeAll(async () => {
    const routes = Object.entries(functions).map(([path, code]) => {
      const filePath = join(folder, `${path.slice(1)}.js`);
      writeFileSync(filePath, `${imports}${code}`);
      return { access: 'protected', name: path, path, content: '', filePath };
    });
    const sms = {
      access: 'protected',
      name: '/sms',
      path: '/sms',
      content: '',
      filePath: join(root, 'examples/functions/functions/sms.protected.js'),
    };
    const { app } = new LocalDevelopmentServer(0, {
      ...{ baseDir: root, url: 'http://public.example', port: 0, forkProcess, routes: { functions: [sms, ...routes], assets: [] } },
      env: { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, GREETING: 'Hello' },
      ...{ detailedLogs: false, live: false, logs: false, legacyMode: false, appName: 'test', enableDebugLogs: false },
    });
    running = await listen(app, []);
  });
  afterAll(async () => {
    // The runtime puts its own class in the place of web responses.
    Object.assign(globalThis, web);
    await running.stop();
    rmSync(folder, { recursive: true });
  });
  const send = (path: string, parameters: Record<string, string>) => post(`${running.origin}${path}`, formOf(parameters));

  test('send documents as XML, of whatever length', async () => {
    for (const Body of ['Hello', 'Hi', 'A longer message than the others']) {
      const { status, headers, text } = await send('/sms', { ...message, Body });
      expect([status, headers.get('content-type'), text]).toEqual([
        200,
        'text/xml; charset=utf-8',
        `<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said ${Body}</Message></Response>`,
      ]);
    }
    expect((await send('/nothing', message)).text).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('tell kinds apart, by the query as well', async () => {
    expect((await send('/voice', incomingCall)).text).toContain('<Say>+14155550100 https://public.example/voice Hello</Say>');
    expect((await send('/voice?mode=menu', incomingCall)).text).toContain('<Say>menu menu</Say>');
    expect((await get(`${running.origin}/voice?mode=menu&${formOf(incomingCall)}`)).text).toContain('<Say>menu menu</Say>');
    expect((await send('/voice', message)).text).toContain('<Response/>');
  });

  test('hand over what the runtime has, and pass on what is its own', async () => {
    expect((await send('/client', message)).text).toContain('<Message>function</Message>');
    const { status, headers, text } = await send('/own', message);
    expect([status, headers.get('x-own'), text]).toEqual([418, 'yes', 'own']);
  });

  test('answer without a word what does not fit, what a handler throws, and documents of another family', async () => {
    const silence = vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    const gathered = { ...incomingCall, Digits: '1', msg: 'Gather', FinishedOnKey: '#' };
    for (const [answer, expected] of [
      [await send('/sms', { Body: 'Hello' }), 400],
      [await send('/voice', gathered), 500],
      [await send('/wrong', message), 500],
    ] as const)
      expect([answer.status, answer.text]).toEqual([expected, '']);
    silence.mockRestore();
  });
});

describe('a handler for Functions', () => {
  /** Calls a handler as the runtime does. */
  async function run(
    handler: (context: object, event: object, callback: (error: null, response: TwilioResponse) => void) => Promise<void>,
    event: object,
  ) {
    const callback = vi.fn();
    await handler({ DOMAIN_NAME: 'public.example', PATH: '/sms' }, event, callback);
    expect(callback).toHaveBeenCalledTimes(1);
    const [error, response] = callback.mock.calls[0] ?? [];
    expect(error).toBe(null);
    return response;
  }

  test('makes a plain object where Twilio is not there', async () => {
    const handler = webhook(IncomingMessage, ({ Body }) => messagingResponse().message(Body));
    expect(await run(handler, { ...message, request: { headers: {}, cookies: {} } })).toMatchObject({
      statusCode: 200,
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
      body: expect.stringContaining('<Message>Hello</Message>'),
    });
  });

  test('gets the parameters and headers, and the event beside', async () => {
    const seen: WebhookContext<FunctionPlatform>[] = [];
    const event = { ...message, mode: 'x', tags: ['a', 'b'], nested: { a: 1 }, request: { headers: { 'x-own': 'yes' } } };
    await run(
      webhook(IncomingMessage, (_, context) => {
        seen.push(context);
        return null;
      }),
      event,
    );
    const [context] = seen;
    expect(context?.platform[1]).toBe(event);
    expect(context?.parameters).toEqual({ ...message, mode: 'x', tags: ['a', 'b'] });
    expect([context?.query.get('mode'), context?.query.getAll('tags'), context?.accountSid]).toEqual(['x', ['a', 'b'], accountSid]);
    expect([context?.url, context?.request.headers.get('x-own')]).toEqual(['https://public.example/sms', 'yes']);
  });

  test('lets a response of Twilio through, from onError too', async () => {
    const headers: Record<string, string> = {};
    const own = { setStatusCode: () => own, setBody: () => own, appendHeader: () => own, headers };
    expect(
      await run(
        webhook(IncomingMessage, () => own),
        message,
      ),
    ).toBe(own);
    const failing = webhook(IncomingMessage, { onError: () => own }, () => {
      throw new Error('secret detail');
    });
    expect(await run(failing, message)).toBe(own);
  });

  test('lets fallback answer, rejectionStatus choose, and tells of what looks like another kind', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const own = { setStatusCode: () => own, setBody: () => own, appendHeader: () => own };
    expect(
      await run(
        webhook(IncomingMessage, { fallback: () => own, onRejected() {} }, () => null),
        { Body: 'Hello' },
      ),
    ).toBe(own);
    const choosing = webhook(IncomingMessage, { rejectionStatus: () => 422, onRejected() {} }, () => null);
    expect(await run(choosing, { Body: 'Hello' })).toMatchObject({ statusCode: 422 });
    const codes: string[] = [];
    const onRejected = ({ code }: { code: string }) => void codes.push(code);
    await run(
      webhook(IncomingCall, { onRejected }, () => null),
      { ...incomingCall, ...message },
    );
    await run(
      webhook(IncomingCall, { onRejected }, () => null),
      { ...incomingCall, CallStatus: 'completed', CallDuration: '3' },
    );
    expect(codes).toContain('PAYLOAD_OTHER_KIND');
    log.mockRestore();
  });

  test('is for no webhook that SendGrid signs', () => {
    expect(() => webhook(SendgridEvents, () => undefined)).toThrow(/SendGrid signs/);
  });

  test('answers before Functions end it', async () => {
    vi.useFakeTimers();
    const onError = vi.fn();
    const answer = run(
      webhook(IncomingMessage, { onError }, () => new Promise<never>(() => undefined)),
      message,
    );
    await vi.advanceTimersByTimeAsync(8900);
    expect(onError).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(await answer).toMatchObject({ statusCode: 503 });
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'HANDLER_TIMEOUT' });
    vi.useRealTimers();
  });

  test('refuses options that have no meaning there, and survives events that are none', async () => {
    const options = { authToken } as object;
    expect(() => webhook(IncomingMessage, options, () => null)).toThrow(/authToken has no meaning.*protected/);
    expect(() => webhookRouter({ publicUrl: 'https://public.example' } as object)).toThrow(TypeError);
    const log = vi.spyOn(console, 'error').mockReturnValue();
    expect(
      await run(
        webhook(IncomingMessage, () => null),
        undefined as never,
      ),
    ).toMatchObject({ statusCode: 500 });
    const router = webhookRouter({ onRejected: () => undefined })
      .on(IncomingCall, () => voiceResponse())
      .on(GatherResult, () => null);
    expect(await run(router, { request: null, ['__proto__']: { a: 1 } })).toMatchObject({ statusCode: 200 });
    log.mockRestore();
  });
});
