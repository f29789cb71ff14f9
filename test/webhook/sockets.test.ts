import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { conversationRelay, mediaStream, type SocketLike } from '../../src/webhook/index.js';

const streamSid = 'MZ11223344556677889900aabbccddeeff';
const media = { event: 'media', sequenceNumber: '2', streamSid, media: { track: 'inbound', chunk: '1', timestamp: '5', payload: 'AAAA' } };
const prompt = { type: 'prompt', voicePrompt: 'Hello', lang: 'en-US', last: true };

/** A socket as browsers, Deno, Workers and `ws` have it. */
function fakeSocket() {
  const sent: string[] = [];
  let listener: (event: { readonly data: unknown }) => void = () => undefined;
  const socket: SocketLike = {
    send: (text) => sent.push(text),
    addEventListener: (_, given) => {
      listener = given;
    },
  };
  return { socket, sent, receive: (data: unknown) => listener({ data }) };
}

describe('a socket that Twilio has opened', () => {
  test('hands each message to the listeners of its name, typed, whether it came as text, bytes or an object', () => {
    const { socket, receive } = fakeSocket();
    const heard: string[] = [];
    mediaStream(socket)
      .on('media', ({ media: { payload, track } }) => void heard.push(payload, String(track)))
      .on('media', ({ streamSid: sid }) => void heard.push(sid))
      .on('stop', () => void heard.push('stop'));
    receive(JSON.stringify(media));
    receive(new TextEncoder().encode(JSON.stringify(media)));
    receive(media);
    expect(heard).toEqual(Array(3).fill(['AAAA', 'inbound', streamSid]).flat());
  });

  test('sends what its listeners answer', () => {
    const { socket, sent, receive } = fakeSocket();
    conversationRelay(socket).on('prompt', ({ voicePrompt }, relay) => relay.send({ type: 'text', token: voicePrompt, last: true }));
    receive(JSON.stringify(prompt));
    expect(sent).toEqual(['{"type":"text","token":"Hello","last":true}']);
  });

  test('takes what a socket without listeners of its own is handed', () => {
    const heard = vi.fn();
    conversationRelay({ send: () => undefined })
      .on('prompt', heard)
      .receive(JSON.stringify(prompt));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  /** A class of somebody's that sends and hears nothing, as Hono's context of a socket. */
  class WSContext {
    readonly raw: unknown;
    constructor(raw?: unknown) {
      this.raw = raw;
    }
    send(): void {}
  }

  test('is found in what a framework hands out in its place', () => {
    const heard = vi.fn();
    const { socket, receive } = fakeSocket();
    mediaStream(new WSContext(socket)).on('media', heard);
    receive(JSON.stringify(media));
    const inStream = fakeSocket();
    mediaStream({ socket: inStream.socket }).on('media', heard);
    inStream.receive(JSON.stringify(media));
    const emitter = Object.assign(new EventEmitter(), { send: () => undefined });
    mediaStream(emitter).on('media', heard);
    emitter.emit('message', Buffer.from(JSON.stringify(media)), false);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  test('may be one of Bun, which is handed its messages, on its own or under Hono', () => {
    const bun = Object.assign(new WSContext(), { cork: () => undefined });
    const heard = vi.fn();
    for (const socket of [bun, new WSContext(bun)]) mediaStream(socket).on('media', heard).receive(media);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['nothing', undefined, 'a value of type undefined'],
    ['null', null, 'null'],
    ['text', 'ws', 'a value of type string'],
    ['a request', new Request('https://example.com'), 'an instance of Request without send() and addEventListener()'],
    ['what sends and hears nothing', new WSContext(), 'an instance of WSContext without addEventListener()'],
    ['what hears and cannot send', new EventTarget(), 'an instance of EventTarget without send()'],
  ])('is none, where it is %s', (_, source, found) => {
    for (const open of [mediaStream, conversationRelay]) expect(() => open(source as never)).toThrow(`and got ${found}.`);
    expect(() => mediaStream(source as never)).toThrow(TypeError);
  });

  test('passes over what nobody knows or listens to, or hands it to whoever wants it', () => {
    const { socket, receive } = fakeSocket();
    const unknown = vi.fn();
    const stream = mediaStream(socket);
    for (const data of ['{"event":"hologram"}', 'no JSON', '{"event":"media"}', '{"event":"__proto__"}', '', null, undefined, 7])
      receive(data);
    stream.on('unknown', ({ frame }) => unknown(frame));
    receive('{"event":"hologram"}');
    receive('no JSON');
    expect(unknown.mock.calls).toEqual([[{ event: 'hologram' }], ['no JSON']]);
  });

  test('sends no command that Twilio would refuse', () => {
    const { socket, sent } = fakeSocket();
    expect(() => mediaStream(socket).send({ event: 'clear' } as never)).toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  test('goes on when a listener throws, at once or later, and says so', async () => {
    const { socket, receive } = fakeSocket();
    const onError = vi.fn();
    const heard = vi.fn();
    mediaStream(socket, { onError })
      .on('media', () => {
        throw new Error('at once');
      })
      .on('media', async () => {
        throw new Error('later');
      })
      .on('media', heard);
    receive(media);
    receive(media);
    expect(heard).toHaveBeenCalledTimes(2);
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(4));
    expect(onError.mock.calls.map(([error]) => error.message).sort()).toEqual(['at once', 'at once', 'later', 'later']);
  });

  test('logs what nobody else wants to hear', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { socket, receive } = fakeSocket();
    const fail = () => {
      throw new Error('no');
    };
    mediaStream(socket).on('media', fail);
    mediaStream({ send: fail }, { onError: fail }).on('media', fail).receive(media);
    receive(media);
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2));
    log.mockRestore();
  });
});

/** A socket with a state, as `ws` has it. */
function stateful() {
  const sent: { readonly event?: string; readonly mark?: { readonly name: string } }[] = [];
  const listeners: Record<string, (event: object) => void> = {};
  const socket = {
    readyState: 1,
    bufferedAmount: 0,
    send: (text: string) => sent.push(JSON.parse(text)),
    addEventListener: (type: string, listener: (event: never) => void) => {
      listeners[type] = listener as (event: object) => void;
    },
  };
  const tell = (type: string, event: object = {}) => listeners[type]?.({ type, ...event });
  return { socket, sent, receive: (frame: object) => tell('message', { data: JSON.stringify(frame) }), tell };
}

const start = {
  event: 'start',
  sequenceNumber: '1',
  streamSid,
  start: {
    accountSid: 'AC0123456789abcdef0123456789abcdef',
    callSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
    streamSid,
    tracks: ['inbound'],
    mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
    customParameters: { name: 'Anna' },
  },
};
const setup = {
  type: 'setup',
  sessionId: 'VX00000000000000000000000000000000',
  accountSid: 'AC0123456789abcdef0123456789abcdef',
  callSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  parentCallSid: '',
  from: '+14155550100',
  to: '+12015550123',
  forwardedFrom: '',
  callerName: '',
  direction: 'inbound',
  callType: 'PSTN',
  callStatus: 'IN_PROGRESS',
  customParameters: {},
};
const mark = (name: string) => ({ event: 'mark', sequenceNumber: '3', streamSid, mark: { name } });

describe('the state of a socket', () => {
  test('holds the first message, which names the call', () => {
    const one = stateful();
    const stream = mediaStream(one.socket);
    expect(stream.start).toBeUndefined();
    one.receive(start);
    expect(stream.start?.start.customParameters).toEqual({ name: 'Anna' });
    const other = stateful();
    const relay = conversationRelay(other.socket);
    other.receive(setup);
    expect(relay.setup?.from).toBe('+14155550100');
  });

  test('lets a command be sent after the caller has hung up, and says that it went nowhere', async () => {
    const { socket, sent, tell } = stateful();
    const relay = conversationRelay(socket);
    expect(relay.send({ type: 'text', token: 'One', last: true })).toBe(true);
    tell('close');
    await relay.closed;
    expect([relay.isOpen, relay.send({ type: 'text', token: 'Two', last: true }), sent.length]).toEqual([false, false, 1]);
    const closing = stateful();
    closing.socket.readyState = 2;
    expect(conversationRelay(closing.socket).send({ type: 'end' })).toBe(false);
  });

  test('is told by end() where the socket has no listeners of its own', async () => {
    const relay = conversationRelay({ send: () => undefined });
    expect(relay.isOpen).toBe(true);
    relay.end();
    await relay.closed;
    expect(relay.isOpen).toBe(false);
  });

  test('takes no message for the end, where a socket hands every listener everything', () => {
    const listeners: ((event: { readonly data: unknown }) => void)[] = [];
    const heard = vi.fn();
    const relay = conversationRelay({ send: () => undefined, addEventListener: (_, listener) => listeners.push(listener) });
    relay.on('prompt', heard);
    for (const listener of listeners) listener({ data: JSON.stringify(prompt) });
    expect([heard.mock.calls.length, relay.isOpen]).toEqual([1, true]);
  });

  test('waits while too much is to be sent, and no longer than the socket is open', async () => {
    const { socket, tell } = stateful();
    const stream = mediaStream(socket);
    socket.bufferedAmount = 100_000;
    const waiting = stream.drained();
    socket.bufferedAmount = 60_000;
    expect(await waiting).toBe(true);
    const inVain = stream.drained({ below: 10 });
    tell('close');
    expect(await inVain).toBe(false);
  });
});

describe('waitForMark', () => {
  test('tells what was played from what was cleared, and from what nobody heard any more', async () => {
    const { socket, sent, receive, tell } = stateful();
    const stream = mediaStream(socket);
    receive(start);
    const played = stream.waitForMark('a');
    receive(mark('a'));
    expect(await played).toBe('played');
    const cleared = [stream.waitForMark('b'), stream.waitForMark('c')];
    stream.send({ event: 'clear', streamSid });
    for (const name of ['b', 'c']) receive(mark(name));
    expect(await Promise.all(cleared)).toEqual(['cleared', 'cleared']);
    const late = stream.waitForMark('d');
    tell('close');
    expect(await late).toBe('closed');
    expect(await stream.waitForMark('e')).toBe('closed');
    expect(sent.map(({ event, mark }) => mark?.name ?? event)).toEqual(['a', 'b', 'c', 'clear', 'd']);
  });

  test('keeps marks of one name apart by their order', async () => {
    const { socket, receive } = stateful();
    const stream = mediaStream(socket);
    receive(start);
    const order: number[] = [];
    const first = stream.waitForMark('x').then(() => order.push(1));
    const second = stream.waitForMark('x').then(() => order.push(2));
    receive(mark('y'));
    receive(mark('x'));
    await first;
    expect(order).toEqual([1]);
    receive(mark('x'));
    await second;
    expect(order).toEqual([1, 2]);
  });

  test('is refused before the stream has a name', async () => {
    await expect(mediaStream(stateful().socket).waitForMark('a')).rejects.toThrow(TypeError);
  });
});
