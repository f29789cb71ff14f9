import { describe, expectTypeOf, test } from 'vitest';
import type * as twiml from '../../src/twiml/index.js';
import {
  type FaxDocument,
  faxResponse,
  lenient,
  type MessagingDocument,
  messagingResponse,
  type TwimlNode,
  type VoiceDocument,
  type VoiceResponse,
  voiceResponse,
  writeTwiml,
} from '../../src/twiml/index.js';

const r: VoiceResponse = voiceResponse();
const gatherOptions: twiml.GatherAttributes = { numDigits: 1 };
const closed: boolean = Math.random() > 2;

describe('Every verb', () => {
  test('returns what it was called on', () => {
    expectTypeOf(r.say('a')).toEqualTypeOf<VoiceResponse>();
    expectTypeOf(r.comment('a').append(r).element('New').pause()).toEqualTypeOf<VoiceResponse>();
    r.gather((gather) => {
      expectTypeOf(gather.say('a').comment('b')).toEqualTypeOf<twiml.GatherBuilder>();
    });
  });

  test('that needs text does not compile without', () => {
    // @ts-expect-error
    r.say();
    // @ts-expect-error
    r.say({ voice: 'alice' });
    // @ts-expect-error
    r.redirect();
    // @ts-expect-error
    r.dial((dial) => dial.number());
    // @ts-expect-error
    messagingResponse().message();
  });

  test('may go without text where text is optional', () => {
    r.play({ digits: '1' })
      .play()
      .play('/a.mp3')
      .dial('+15550001111')
      .enqueue({ workflowSid: `WW${'0'.repeat(32)}` });
  });

  test('whose element holds verbs of the place does not compile without them, so that they are not chained behind it', () => {
    // @ts-expect-error
    const gather: VoiceResponse = r.gather({ numDigits: 1 });
    gather.say('Press one.');
    // @ts-expect-error
    r.gather().say('Press one.');
    // @ts-expect-error
    r.pay({ chargeAmount: '10' }).prompt({ for: 'postal-code' }, (prompt) => prompt.say('a'));
    // @ts-expect-error
    r.prompt({ for: 'postal-code' }).say('a');
    // @ts-expect-error
    r.dial({ timeout: 5 }).queue('support');
    // @ts-expect-error
    r.gather(gatherOptions);
    r.gather({ numDigits: 1 }, (element) => element).gather((element) => element);
  });

  test('takes a callback alone wherever it needs no attribute', () => {
    r.start((start) => start.stream({ url: 'wss://example.com' }))
      .gather((gather) => gather.pause())
      .dial((dial) => dial.client('joey'))
      .connect((connect) => connect.room('Room'));
    messagingResponse().message((message) => message.body('a'));
  });

  test('takes attributes before content, never after', () => {
    // @ts-expect-error
    r.say('a', { voice: 'alice' });
    // @ts-expect-error
    r.gather((gather) => gather, { numDigits: 1 });
    // @ts-expect-error
    r.dial('+15550001111', { timeout: 5 });
  });

  test('takes no content that is no text', () => {
    // @ts-expect-error
    r.say(5);
    // @ts-expect-error
    r.say(null);
    // @ts-expect-error
    r.say(['a', 'b']);
    // @ts-expect-error
    r.pause('a');
    // @ts-expect-error
    r.pause([1]);
    // @ts-expect-error
    r.pause(() => {});
    // @ts-expect-error
    r.stop((stop) => stop.stream(() => {}));
    // @ts-expect-error
    r.gather('a');
  });

  test('refuses a callback that is asynchronous or returns something else', () => {
    // @ts-expect-error
    r.gather(async (gather) => gather.say('a'));
    // @ts-expect-error
    r.gather({}, async (gather) => gather.say('a'));
    // @ts-expect-error
    r.say(async (say) => say.text('a'));
    // @ts-expect-error
    r.gather(() => 'a');
  });
});

describe('Nesting that TwiML forbids does not compile:', () => {
  test('verbs in places that play while something else goes on', () => {
    r.gather((gather) => {
      // @ts-expect-error
      gather.dial('+15550001111');
      // @ts-expect-error
      gather.gather();
      // @ts-expect-error
      gather.redirect('/a');
      // @ts-expect-error
      gather.record();
      // @ts-expect-error
      gather.hangup();
    });
    r.pay((pay) => {
      // @ts-expect-error
      pay.say('a');
      // @ts-expect-error
      pay.prompt({ for: 'postal-code' }, (prompt) => prompt.gather());
    });
  });

  test('verbs among nouns, and nouns among verbs', () => {
    // @ts-expect-error
    r.number('+15550001111');
    // @ts-expect-error
    r.conference('Room');
    // @ts-expect-error
    r.stream({ url: 'wss://example.com' });
    // @ts-expect-error
    r.break();
    // @ts-expect-error
    r.dial((dial) => dial.say('a'));
    // @ts-expect-error
    r.dial((dial) => dial.dial('+15550001111'));
    // @ts-expect-error
    r.connect((connect) => connect.say('a'));
  });

  test('nouns of another verb', () => {
    // @ts-expect-error
    r.dial((dial) => dial.room('Room'));
    // @ts-expect-error
    r.connect((connect) => connect.number('+15550001111'));
    // @ts-expect-error
    r.start((start) => start.conversationRelay({ url: 'wss://example.com' }));
    // @ts-expect-error
    r.connect((connect) => connect.transcription());
    // @ts-expect-error
    r.stop((stop) => stop.stream({ name: 'a' }, (stream) => stream.parameter({ name: 'a', value: 'b' })));
    // @ts-expect-error
    r.refer((refer) => refer.number('+15550001111'));
  });

  test('paragraphs and sentences inside smaller marks', () => {
    r.say((say) => {
      // @ts-expect-error
      say.s((s) => s.p('a'));
      // @ts-expect-error
      say.p((p) => p.p('a'));
      // @ts-expect-error
      say.w((w) => w.s('a'));
      // @ts-expect-error
      say.emphasis((emphasis) => emphasis.p('a'));
      // @ts-expect-error
      say.sayAs({ 'interpret-as': 'date' }, (sayAs) => sayAs.text('a'));
      // @ts-expect-error
      say.phoneme({ ph: 'a' }, (phoneme) => phoneme.text('a'));
      // @ts-expect-error
      say.play('/a.mp3');
    });
  });

  test('text where none may stand', () => {
    // @ts-expect-error
    r.text('a');
    // @ts-expect-error
    r.gather((gather) => gather.text('a'));
    // @ts-expect-error
    r.connect((connect) => connect.text('a'));
    // @ts-expect-error
    messagingResponse().text('a');
  });

  test('verbs of another family', () => {
    // @ts-expect-error
    messagingResponse().say('a');
    // @ts-expect-error
    messagingResponse().hangup();
    // @ts-expect-error
    r.message('a');
    // @ts-expect-error
    r.receive();
    // @ts-expect-error
    faxResponse().say('a');
  });
});

describe('Verbs after the end of a document do not compile:', () => {
  test('after hangup', () => {
    expectTypeOf(r.hangup()).toEqualTypeOf<VoiceDocument>();
    // @ts-expect-error
    r.hangup().say('a');
    // @ts-expect-error
    r.hangup().element('New');
    // @ts-expect-error
    r.hangup().append(r);
  });

  test('after redirect', () => {
    expectTypeOf(r.redirect('/a')).toEqualTypeOf<VoiceDocument>();
    expectTypeOf(r.redirect({ method: 'GET' }, '/a')).toEqualTypeOf<VoiceDocument>();
    // @ts-expect-error
    r.redirect('/a').say('b');
    expectTypeOf(messagingResponse().redirect('/a')).toEqualTypeOf<MessagingDocument>();
    // @ts-expect-error
    messagingResponse().redirect('/a').message('b');
  });

  test('after reject', () => {
    expectTypeOf(r.reject({ reason: 'busy' })).toEqualTypeOf<VoiceDocument>();
    // @ts-expect-error
    r.reject().say('a');
    // @ts-expect-error
    r.reject((reject) => reject.parameter({ name: 'a', value: 'b' })).hangup();
  });

  test('after leave', () => {
    expectTypeOf(r.leave()).toEqualTypeOf<VoiceDocument>();
    // @ts-expect-error
    r.leave().say('a');
  });

  test('but a document may be finished in one branch and go on in another', () => {
    const answer = () => {
      const response = voiceResponse().say('a');
      if (closed) response.hangup();
      return response;
    };
    expectTypeOf(answer).returns.toEqualTypeOf<VoiceResponse>();
    const either = () => (closed ? voiceResponse().hangup() : voiceResponse().say('a'));
    expectTypeOf(either).returns.toExtend<VoiceDocument>();
  });

  test('and a finished document can still be commented on and written', () => {
    expectTypeOf(r.hangup().comment('a').toXml({ declaration: false })).toBeString();
    expectTypeOf(r.hangup().node).toEqualTypeOf<TwimlNode>();
    expectTypeOf(r.hangup().toResponse({ status: 200 })).toEqualTypeOf<Response>();
    expectTypeOf(r.hangup().toJSON()).toBeString();
  });
});

describe('A document of one family', () => {
  const takesVoice = (document: VoiceDocument) => document.family;
  const takesMessaging = (document: MessagingDocument) => document.family;
  const takesFax = (document: FaxDocument) => document.family;

  test('is taken where its family is due, finished or not', () => {
    expectTypeOf(takesVoice(voiceResponse().hangup())).toEqualTypeOf<'voice'>();
    expectTypeOf(takesVoice(voiceResponse())).toEqualTypeOf<'voice'>();
    expectTypeOf(takesMessaging(messagingResponse().redirect('/a'))).toEqualTypeOf<'messaging'>();
    expectTypeOf(takesFax(faxResponse())).toEqualTypeOf<'fax'>();
  });

  test('cannot be given for one of another', () => {
    // @ts-expect-error
    takesVoice(messagingResponse());
    // @ts-expect-error
    takesMessaging(voiceResponse());
    // @ts-expect-error
    takesMessaging(voiceResponse().hangup());
    // @ts-expect-error
    takesFax(messagingResponse());
    // @ts-expect-error
    takesVoice(faxResponse());
  });
});

describe('Attributes', () => {
  test('that are misspelt do not compile', () => {
    // @ts-expect-error
    r.say({ vioce: 'alice' }, 'a');
    // @ts-expect-error
    r.gather({ numdigits: 1 }, (gather) => gather);
    // @ts-expect-error
    r.say((say) => say.lang({ xmlLang: 'de-DE' }, 'a'));
    // @ts-expect-error
    r.echo({});
  });

  test('of the wrong type, and items of a list outside its set, do not compile', () => {
    // @ts-expect-error
    r.gather({ input: ['dtmf', 'voice'] }, (gather) => gather);
    // @ts-expect-error
    r.pause({ length: true });
    // @ts-expect-error
    r.pause({ length: 'two' });
    // @ts-expect-error
    r.gather({ action: { path: '/a' } }, (gather) => gather);
    // @ts-expect-error
    r.dial({ answerOnBridge: 'yes' }, '+15550001111');
  });

  test('of a set suggest what is known and take what is not', () => {
    r.say({ voice: 'Polly.Joanna-Neural', language: 'en-GB' }, 'a').say({ voice: 'Polly.Somebody' }, 'a');
    const setting: string = String(closed);
    r.redirect({ method: setting }, '/a');
    r.dial({ record: setting, trim: setting, recordingTrack: setting, ringTone: setting }, '+15550001111').reject({ reason: setting });
    r.connect((connect) =>
      connect.conversationRelay({ url: 'wss://a', interruptible: setting }).stream({ url: 'wss://a', track: setting }),
    );
  });

  test('may be in the spellings of a document: lists, numbers and booleans as text', () => {
    r.gather({ input: 'dtmf speech', numDigits: '1', timeout: '5', enhanced: 'true', speechTimeout: 'auto' }, (gather) => gather)
      .record({ maxLength: '20', playBeep: 'false' })
      .pay({ validCardTypes: 'visa mastercard amex', chargeAmount: '10.5' }, (pay) =>
        pay.prompt({ for: 'security-code', attempt: '1 2', errorType: 'timeout invalid-date' }, (prompt) => prompt.say('a')),
      )
      .dial((dial) =>
        dial
          .number({ statusCallbackEvent: 'initiated ringing' }, '+15550001111')
          .conference({ statusCallbackEvent: 'start end join leave' }, 'Room'),
      );
  });

  test('that are addresses may be URLs, and so may text that is one', () => {
    const url = new URL('https://example.com/a');
    r.record({ action: url, recordingStatusCallback: url }).play(url).play({ loop: 2 }, url).redirect(url);
    messagingResponse()
      .message({ statusCallback: url }, (message) => message.media(url))
      .redirect({ method: 'GET' }, url);
    r.element('New', { action: url });
    // @ts-expect-error
    r.say(url);
    // @ts-expect-error
    r.dial({ callerId: url }, '+15550001111');
  });

  test('out of a store are taken by every verb, whatever they are', () => {
    const stored: Record<string, unknown> = {};
    r.say(lenient(stored), 'a')
      .say({ ...lenient(stored), voice: 'man' }, 'a')
      .pause(lenient(stored))
      .play(lenient(stored));
    r.gather(lenient(stored), (gather) => gather.say('a')).dial(lenient(stored), (dial) => dial.number(lenient(stored), '+15550001111'));
    r.connect(lenient(undefined), (connect) => connect.stream(lenient(stored)).conversationRelay(lenient(stored)));
    messagingResponse().message(lenient(stored), 'a');
    // @ts-expect-error
    lenient('text');
  });

  test('may be undefined and null, also under exactOptionalPropertyTypes', () => {
    const voice: string | undefined = closed ? 'alice' : undefined;
    r.say({ voice, loop: null }, 'a').gather({ action: undefined }, (gather) => gather);
  });

  test('that an element means nothing without are required', () => {
    // @ts-expect-error
    r.connect((connect) => connect.stream((stream) => stream.parameter({ name: 'a' })));
    // @ts-expect-error
    r.connect((connect) => connect.conversationRelay());
  });

  test('of one verb cannot be given to another', () => {
    const attributes: twiml.SayAttributes = { voice: 'alice' };
    r.say(attributes, 'a');
    // @ts-expect-error
    r.pause(attributes);
  });
});

describe('The escape hatches', () => {
  test('give the verbs of the place', () => {
    r.element('New', { a: 1, b: true, c: ['d'], e: null, f: undefined }, (place) => {
      expectTypeOf(place).toEqualTypeOf<VoiceResponse>();
    });
    r.gather((gather) =>
      gather.element('New', null, (place) => {
        expectTypeOf(place).toEqualTypeOf<twiml.GatherBuilder>();
        // @ts-expect-error
        place.dial('+15550001111');
      }),
    );
  });

  test('may end the document in their callback', () => {
    r.element('New', {}, (place) => place.say('a').hangup());
    r.element('New', (place) => place.redirect('/a')).say('b');
  });

  test('take no markup: neither text nor numbers are nodes', () => {
    // @ts-expect-error
    r.append('<Say>a</Say>');
    // @ts-expect-error
    r.element('New', 'text', { a: 1 });
    // @ts-expect-error
    r.element('New', async () => {});
    // @ts-expect-error
    r.element('New', { a: {} });
    // @ts-expect-error
    writeTwiml('<Response/>');
  });
});

test('Nothing is any', () => {
  type IsAny<T> = 0 extends 1 & T ? true : false;
  /** The members of an interface that are any, or functions that take or return any. */
  type AnyMembers<T> = {
    [Name in keyof T]-?: IsAny<T[Name]> extends true
      ? Name
      : T[Name] extends (...given: infer Given) => infer Returned
        ? IsAny<Returned> extends true
          ? Name
          : true extends { [Index in keyof Given]: IsAny<Given[Index]> }[number]
            ? Name
            : never
        : never;
  }[keyof T];
  expectTypeOf<AnyMembers<typeof twiml>>().toBeNever();
  expectTypeOf<AnyMembers<VoiceResponse>>().toBeNever();
  expectTypeOf<AnyMembers<twiml.MessagingResponse>>().toBeNever();
  expectTypeOf<AnyMembers<twiml.FaxResponse>>().toBeNever();
  expectTypeOf<AnyMembers<twiml.DialBuilder>>().toBeNever();
  expectTypeOf<AnyMembers<twiml.SayBuilder>>().toBeNever();
  expectTypeOf<AnyMembers<twiml.GatherAttributes>>().toBeNever();
  expectTypeOf<AnyMembers<{ readonly a: (given: never) => unknown }>>().toBeNever();
  expectTypeOf<AnyMembers<{ a: ReturnType<typeof JSON.parse>; b: (given: string) => ReturnType<typeof JSON.parse> }>>().toEqualTypeOf<
    'a' | 'b'
  >();
});
