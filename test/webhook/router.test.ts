import { describe, expect, test, vi } from 'vitest';
import {
  CallStatusCallback,
  ConferenceRecording,
  ConnectResult,
  DialRecording,
  IncomingCall,
  IncomingMessage,
  RecordingStatusCallback,
  RedirectedCall,
} from '../../src/payloads/index.js';
import { signRequest } from '../../src/signature/index.js';
import { signedRequest } from '../../src/testing/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { type RouteConditions, webhookRouter } from '../../src/webhook/index.js';
import { authToken, call, callStatus, message, signed } from './requests.js';

const url = 'https://example.com/twilio';

describe('a router', () => {
  test('gives each kind to its handler', async () => {
    const { fetch } = webhookRouter({ authToken })
      .on(IncomingMessage, ({ Body }) => messagingResponse().message(Body))
      .on(IncomingCall, ({ From }) => voiceResponse().say(From))
      .on(CallStatusCallback, () => undefined);
    expect(await (await fetch(signed(url, message))).text()).toContain('<Message>Hello</Message>');
    expect(await (await fetch(signed(url, call))).text()).toContain('<Say>+14155550100</Say>');
    expect((await fetch(signed(url, callStatus))).status).toBe(204);
  });

  test('answers a known kind without a handler as that kind wants, and says so', async () => {
    const onRejected = vi.fn();
    const { fetch } = webhookRouter({ authToken, onRejected });
    expect((await fetch(signed(url, callStatus))).status).toBe(204);
    expect(await (await fetch(signed(url, message))).text()).toContain('<Response/>');
    expect(await (await fetch(signed(url, { New: 'thing' }))).text()).toContain('<Response/>');
    expect(onRejected.mock.calls.map(([{ code }]) => code)).toEqual(Array(3).fill('PAYLOAD_UNKNOWN_KIND'));
  });

  test('gives the rest to otherwise', async () => {
    const { fetch } = webhookRouter({ authToken }).otherwise(({ New }) => voiceResponse().say(String(New)));
    expect(await (await fetch(signed(url, { New: 'thing' }))).text()).toContain('<Say>thing</Say>');
  });

  test('refuses a second handler for a kind, of which one would never run', () => {
    const first = () => voiceResponse();
    const router = webhookRouter({ authToken }).on(IncomingCall, first);
    expect(() => router.on(IncomingCall, () => null)).toThrow(/^".+" has a handler already: make one of the two, or give them different/);
    expect(() => router.on([CallStatusCallback, IncomingCall.extend({})], () => undefined)).toThrow(TypeError);
    router.on(IncomingCall, first).on(IncomingCall, { path: '/other' }, () => null);
    expect(() => router.on(IncomingCall, { path: '/other' }, () => null)).toThrow('has a handler already');
    router.on(RedirectedCall, { path: '/back' }, first);
    expect(() => router.on(RedirectedCall, { path: '/back' }, () => null)).toThrow('has a handler already');
    expect(() => router.otherwise(first).otherwise(() => null)).toThrow('otherwise() has a handler already');
    expect(() => router.otherwise(first)).not.toThrow();
  });

  test.each(['before', 'after'])('prefers the handler of a kind to that of a union, given %s it', async (order) => {
    const heard: string[] = [];
    const router = webhookRouter({ authToken });
    const ofAll = () => router.on(RecordingStatusCallback, () => void heard.push('all'));
    const ofOne = () => router.on(DialRecording, () => void heard.push('one'));
    for (const add of order === 'before' ? [ofOne, ofAll] : [ofAll, ofOne]) add();
    for (const schema of [DialRecording, ConferenceRecording]) await router.fetch(signedRequest(schema, {}, { url, authToken }));
    expect(heard).toEqual(['one', 'all']);
    expect(() => router.on(RecordingStatusCallback, () => undefined)).toThrow('has a handler already');
  });

  test('is refused without a signature before anything is identified', async () => {
    const handler = vi.fn(() => null);
    const { fetch } = webhookRouter({ authToken, onRejected: () => undefined }).on(IncomingMessage, handler);
    expect((await fetch(new Request(url, { method: 'POST', body: new URLSearchParams(message) }))).status).toBe(403);
    expect(handler).not.toHaveBeenCalled();
  });

  test('takes a special case in all the ways that it may be sent, and the general kind in its own', async () => {
    const { fetch } = webhookRouter({ authToken, onRejected: () => undefined }).on(IncomingMessage, () => null);
    const put = (parameters: Readonly<Record<string, string>>) => fetch(signed(url, parameters, { method: 'PUT' }));
    const whatsApp = { ...message, From: 'whatsapp:+14155550100', To: 'whatsapp:+12015550123', ProfileName: 'Anna', WaId: '14155550100' };
    expect((await put(whatsApp)).status).toBe(200);
    const refused = await put(message);
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, GET']);
  });
});

describe('a router with conditions', () => {
  const at = (target: string) => `https://example.com${target}`;
  const say = async (response: Response) => /<Say>(.*?)<\/Say>/.exec(await response.text())?.[1];
  const told = (text: string) => () => voiceResponse().say(text);

  test('tells webhooks of one kind apart by the query that the application has put there', async () => {
    const { fetch } = webhookRouter({ authToken })
      .on(IncomingCall, { query: { mode: 'menu' } }, told('menu'))
      .on(IncomingCall, { query: { mode: ['sales', 'support'] } }, (_, { query }) => voiceResponse().say(String(query.get('mode'))))
      .on(IncomingCall, told('other'));
    const said = (target: string) => fetch(signed(at(target), call)).then(say);
    expect([await said('/voice?mode=menu'), await said('/voice?mode=support'), await said('/voice')]).toEqual(['menu', 'support', 'other']);
    // What is compared is text: no part of it, no other case, and the first where a name is repeated.
    const others = ['/voice?mode=men', '/voice?mode=Menu', '/voice?mode=', '/voice?MODE=menu', '/voice?mode=x&mode=menu'];
    expect(await Promise.all(others.map(said))).toEqual(Array(others.length).fill('other'));
  });

  test('prefers more conditions to fewer, in whatever order they were given', async () => {
    const { fetch } = webhookRouter({ authToken })
      .on(IncomingCall, told('none'))
      .on(IncomingCall, { query: { a: '1' } }, told('one'))
      .on(IncomingCall, { path: '/b', query: { a: '1', c: '2' } }, told('three'))
      .on(IncomingCall, { path: ['/b', '/voice'], query: { a: '1' } }, told('two'));
    const said = (target: string) => fetch(signed(at(target), call)).then(say);
    expect(await said('/b?c=2&a=1')).toBe('three');
    expect(await said('/b?a=1')).toBe('two');
    expect(await said('/other?a=1')).toBe('one');
    expect(await said('/b')).toBe('none');
  });

  test('takes for granted what only the URL can tell, and nothing else', async () => {
    const kinds: unknown[] = [];
    const { fetch } = webhookRouter({ authToken })
      .on(RedirectedCall, { path: '/back' }, (_, { kind }) => {
        kinds.push(kind);
        return voiceResponse().say('back');
      })
      .on(IncomingCall, told('new'))
      .on(CallStatusCallback, { path: '/never' }, () => undefined)
      .otherwise(told('otherwise'));
    expect(await say(await fetch(signed(at('/back'), call)))).toBe('back');
    expect(await say(await fetch(signed(at('/voice'), call)))).toBe('new');
    expect(kinds).toEqual(['voice.redirect']);
    // A kind that tells itself apart is not believed to be another one because of its URL.
    expect(await say(await fetch(signed(at('/never'), call)))).toBe('new');
  });

  test('leaves a kind that a condition does not name to the handler that has none', async () => {
    const status = vi.fn();
    const { fetch } = webhookRouter({ authToken })
      .on(IncomingCall, { query: { mode: 'menu' } }, told('menu'))
      .on(CallStatusCallback, status);
    expect((await fetch(signed(at('/voice?mode=menu'), callStatus))).status).toBe(204);
    expect(status).toHaveBeenCalledTimes(1);
  });

  test('looks at the URL that Twilio called, and at the query of a GET beside its parameters', async () => {
    const options = { authToken, publicUrl: 'https://public.example/app' };
    const { fetch } = webhookRouter(options).on(IncomingCall, { path: '/app/voice', query: { mode: 'menu' } }, told('menu'));
    const url = `https://public.example/app/voice?mode=menu&${new URLSearchParams(call)}`;
    const signature = signRequest({ url, method: 'GET' }, { authToken });
    const request = new Request(url.replace('public.example/app', '10.0.0.1'), { headers: { 'x-twilio-signature': signature } });
    expect(await say(await fetch(request))).toBe('menu');
  });

  test('refuses conditions that can never hold, and kinds that nothing tells apart', () => {
    const router = webhookRouter({ authToken });
    const given = (conditions: unknown) => () => router.on(IncomingCall, conditions as RouteConditions, told('x'));
    expect(given({ query: { mode: [] } })).toThrow("on the query's mode must be text, or a list of texts");
    expect(given({ query: { mode: 1 } })).toThrow(TypeError);
    expect(given({ path: 'voice' })).toThrow('must be a path such as /voice/menu, and not voice');
    expect(given({ path: '/voice?mode=menu' })).toThrow(TypeError);
    expect(given({ header: { a: 'b' } })).toThrow('none on header');
    expect(() => router.on(IncomingCall, {} as never)).toThrow('on() takes a schema');
    expect(() => router.on(RedirectedCall, told('x'))).toThrow('name the query or path of its URL');
    expect(() => router.on(RedirectedCall, {}, told('x'))).toThrow('name the query or path of its URL');
    router.on(RedirectedCall, { path: '/back' }, told('x'));
    expect(() => router.on(ConnectResult, { path: '/back' }, told('x'))).toThrow(/Nothing tells ".*" from ".*"/);
  });
});
