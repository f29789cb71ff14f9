import { describe, expect, test } from 'vitest';
import { faxResponse, messagingResponse, type TwimlNode, voiceResponse } from '../../src/twiml/index.js';

/** The builder as JavaScript sees it, where no compiler stands before a wrong argument. */
interface Loose {
  readonly [verb: string]: (...given: unknown[]) => Loose;
}

const loose = (): Loose => voiceResponse() as unknown as Loose;

/** What stands inside `<Response>`. */
const inner = (document: { toXml(options: { declaration: boolean }): string }): string =>
  document.toXml({ declaration: false }).replace(/^<Response\/?>|<\/Response>$/g, '');

describe('A verb', () => {
  test('takes its content alone', () => {
    expect(inner(voiceResponse().say('Welcome.'))).toBe('<Say>Welcome.</Say>');
  });

  test('takes attributes, then content', () => {
    expect(inner(voiceResponse().say({ voice: 'Polly.Joanna' }, 'Welcome.'))).toBe('<Say voice="Polly.Joanna">Welcome.</Say>');
  });

  test('takes attributes alone, or nothing, where its text is optional', () => {
    expect(inner(voiceResponse().play({ digits: 'ww1' }).play())).toBe('<Play digits="ww1"/><Play/>');
  });

  test('takes a callback alone, or after attributes, where it has children', () => {
    const document = voiceResponse()
      .start((start) => start.stream({ url: 'wss://example.com' }))
      .gather({ numDigits: 1 }, (gather) => gather.pause());
    expect(inner(document)).toBe('<Start><Stream url="wss://example.com"/></Start><Gather numDigits="1"><Pause/></Gather>');
  });

  test('counts an empty text as content', () => {
    expect(inner(voiceResponse().redirect(''))).toBe('<Redirect/>');
  });

  test('takes null and undefined for attributes that are left out', () => {
    expect(loose().say?.(null, 'a').say?.(undefined, 'b').pause?.(null).pause?.(undefined).toString()).toContain(
      '<Say>a</Say><Say>b</Say><Pause/><Pause/>',
    );
  });

  test.each<[string, (response: Loose) => unknown, string]>([
    ['content before attributes', (r) => r.say?.('Hi', { loop: 2 }), 'say() takes attributes, then content; got a string first'],
    ['a callback before attributes', (r) => r.gather?.(() => {}, {}), 'gather() takes attributes, then content; got a function first'],
    ['no content where it is needed', (r) => r.say?.(), 'say() takes text or a callback, got nothing'],
    ['attributes alone where content is needed', (r) => r.redirect?.({}), 'redirect() takes text, got nothing'],
    ['a number as content', (r) => r.say?.(5), 'say() takes text or a callback, got the number 5'],
    ['null as content', (r) => r.say?.({}, null), 'say() takes text or a callback, got null'],
    ['a promise as content', (r) => r.say?.({}, Promise.resolve('Hi')), 'say() takes text or a callback, got a promise'],
    ['a callback where nothing may stand inside', (r) => r.redirect?.(() => {}), 'redirect() takes text, got a function'],
    ['text where none may stand', (r) => r.pause?.('2'), 'pause() takes no content, got a string'],
    ['text where only children may stand', (r) => r.gather?.('2'), 'gather() takes a callback, got a string'],
  ])('refuses %s', (_, call, message) => {
    expect(() => call(loose())).toThrow(new TypeError(message));
  });

  test.each<[string, (response: Loose) => unknown, string]>([
    [
      'gather',
      (r) => r.gather?.({ numDigits: 1 }),
      'gather() takes a callback, got nothing. Write gather({ … }, (gather) => gather.say(…)), since what is chained stands behind it; (gather) => gather leaves it empty',
    ],
    [
      'pay',
      (r) => r.pay?.({}),
      'pay() takes a callback, got nothing. Write pay({ … }, (pay) => pay.prompt(…)), since what is chained stands behind it; (pay) => pay leaves it empty',
    ],
    [
      'prompt',
      (r) => r.prompt?.(),
      'prompt() takes a callback, got nothing. Write prompt({ … }, (prompt) => prompt.say(…)), since what is chained stands behind it; (prompt) => prompt leaves it empty',
    ],
    [
      'dial',
      (r) => r.dial?.({}),
      'dial() takes text or a callback, got nothing. Write dial({ … }, (dial) => dial.queue(…)), since what is chained stands behind it; (dial) => dial leaves it empty',
    ],
  ])('refuses %s without what stands inside, which could be chained behind it', (_, call, message) => {
    const document = loose();
    expect(() => call(document)).toThrow(new TypeError(message));
    expect(String(document)).toContain('<Response/>');
  });

  test('may hold nothing where its callback adds nothing', () => {
    const document = voiceResponse()
      .gather({ numDigits: 1 }, (gather) => gather)
      .dial((dial) => dial);
    expect(inner(document)).toBe('<Gather numDigits="1"/><Dial/>');
  });

  test('takes a URL where it takes text', () => {
    const url = new URL('https://example.com/a?b=1&c=2');
    expect(inner(voiceResponse().play({ loop: 2 }, url).play(url).redirect(url))).toBe(
      '<Play loop="2">https://example.com/a?b=1&amp;c=2</Play><Play>https://example.com/a?b=1&amp;c=2</Play><Redirect>https://example.com/a?b=1&amp;c=2</Redirect>',
    );
    expect(() => loose().pause?.(url)).toThrow(new TypeError('pause() takes no content, got a string'));
    expect(() => loose().play?.(url, '/a')).toThrow(new TypeError('The attributes of <Play> are an object, got an object'));
  });

  test('that was refused leaves the document as it was', () => {
    const document = voiceResponse().say('a');
    expect(() => (document as unknown as Loose).say?.({ vioce: 'man' }, 'b')).toThrow(TypeError);
    expect(inner(document)).toBe('<Say>a</Say>');
  });
});

describe('A callback', () => {
  test('may return the builder or nothing', () => {
    const document = voiceResponse()
      .gather((gather) => gather.say('a'))
      .gather((gather) => {
        gather.say('b');
      });
    expect(inner(document)).toBe('<Gather><Say>a</Say></Gather><Gather><Say>b</Say></Gather>');
  });

  test('that returns a promise is refused, and names the element', () => {
    const asynchronous = async (): Promise<void> => {};
    expect(() => loose().gather?.(asynchronous)).toThrow(
      new TypeError('The callback of <Gather> returned a promise: await what it needs first, then build'),
    );
  });

  test('that throws leaves the document as it was', () => {
    const document = voiceResponse();
    const fail = (): never => {
      throw new RangeError('mine');
    };
    expect(() => document.gather(fail)).toThrow(new RangeError('mine'));
    expect(document.node.children).toEqual([]);
  });

  test('mixes text, comments and elements where text may stand', () => {
    const document = voiceResponse().say((say) =>
      say.text('Wait').text(' a ').emphasis('little').comment('aside').break({ strength: 'weak' }).text('.'),
    );
    expect(inner(document)).toBe('<Say>Wait a <emphasis>little</emphasis><!-- aside --><break strength="weak"/>.</Say>');
  });
});

describe('A document', () => {
  test('is changed by its methods, which return it', () => {
    const document = voiceResponse();
    expect(document.say('a').pause().comment('b').append({ tag: 'Echo', attributes: {}, children: [] })).toBe(document);
  });

  test('may be finished on one way and go on in another', () => {
    const answer = (closed: boolean) => {
      const response = voiceResponse().say('a');
      if (closed) response.hangup();
      return response;
    };
    expect([inner(answer(true)), inner(answer(false))]).toEqual(['<Say>a</Say><Hangup/>', '<Say>a</Say>']);
  });

  test('knows its family', () => {
    expect([voiceResponse().family, messagingResponse().family, faxResponse().family]).toEqual(['voice', 'messaging', 'fax']);
  });

  test('is XML in template literals, in String() and in concatenation', () => {
    const document = messagingResponse().message('Hi');
    const xml = '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Hi</Message></Response>';
    expect([`${document}`, String(document), `${document}`.concat(''), document.toString(), document.toXml()]).toEqual(Array(5).fill(xml));
  });

  test('is XML in JSON, alone and inside something else', () => {
    const document = messagingResponse().message('Hi');
    expect(JSON.parse(JSON.stringify({ document }))).toEqual({ document: document.toString() });
    expect(JSON.parse(JSON.stringify(voiceResponse().hangup()))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>',
    );
  });

  test('is written without its declaration on demand', () => {
    expect(messagingResponse().toXml({ declaration: false })).toBe('<Response/>');
    expect(messagingResponse().toXml({ declaration: undefined })).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('is plain data in its node', () => {
    const document = voiceResponse().say({ loop: 2 }, (say) => say.text('a').comment('b').break());
    expect(document.node).toStrictEqual<TwimlNode>({
      tag: 'Response',
      attributes: {},
      children: [
        { tag: 'Say', attributes: { loop: '2' }, children: ['a', { comment: 'b' }, { tag: 'break', attributes: {}, children: [] }] },
      ],
    });
  });

  test('shares nothing with another of its kind', () => {
    voiceResponse()
      .say('a')
      .gather((gather) => gather);
    expect(inner(voiceResponse())).toBe('');
  });

  test('shows its tag and its data to those who inspect it', async () => {
    const { inspect } = await import('node:util');
    expect(inspect(messagingResponse())).toBe(
      "Response {\n  node: { tag: 'Response', attributes: {}, children: [] },\n  family: 'messaging'\n}",
    );
  });

  test('inside a callback is written as a fragment', () => {
    let seen = '';
    voiceResponse().gather((gather) => {
      seen = String(gather.pause());
    });
    expect(seen).toBe('<Gather><Pause/></Gather>');
  });
});

describe('The response of a document', () => {
  test('is 200 with text/xml', async () => {
    const response = messagingResponse().message('Grüße').toResponse();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Message>Grüße</Message></Response>');
  });

  test('takes status and headers, and keeps a content type that was given', () => {
    const init = { status: 202, statusText: 'Later', headers: { 'X-Trace': '1', 'Content-Type': 'application/xml' } };
    const response = messagingResponse().toResponse(init);
    expect([response.status, response.statusText, response.headers.get('x-trace')]).toEqual([202, 'Later', '1']);
    expect(response.headers.get('content-type')).toBe('application/xml');
  });

  test('takes headers in every form and changes none that was given', () => {
    const headers = new Headers({ 'x-trace': '1' });
    const response = voiceResponse().toResponse({ headers });
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect([...headers]).toEqual([['x-trace', '1']]);
    expect(
      voiceResponse()
        .toResponse({ headers: [['x-trace', '2']] })
        .headers.get('x-trace'),
    ).toBe('2');
  });
});
