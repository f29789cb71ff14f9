import { describe, expect, test } from 'vitest';
import { type TwimlAssertions, twimlMatchers } from '../../src/testing/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';

declare module 'vitest' {
  interface Matchers extends TwimlAssertions {}
}

expect.extend(twimlMatchers);

const menu = voiceResponse()
  .gather({ numDigits: 1, action: '/menu' }, (gather) => gather.say({ voice: 'Polly.Joanna' }, 'Press one.'))
  .hangup();
const messageOf = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('toBeTwiml', () => {
  test('takes text, a node or a builder', () => {
    expect(menu).toBeTwiml();
    expect(menu.node).toBeTwiml();
    expect(String(menu)).toBeTwiml();
  });

  test('says where a text is broken, and what came instead of TwiML', () => {
    expect(messageOf(() => expect('<Response><Say></Response>').toBeTwiml())).toContain('cannot be read');
    expect(messageOf(() => expect('<Say/>').toBeTwiml())).toContain('Expected the root element <Response>, found <Say>');
    expect(messageOf(() => expect(new Response()).toBeTwiml())).toContain('await response.text()');
  });
});

describe('toBeValidTwiml', () => {
  test('passes what Twilio takes', () => {
    expect(menu).toBeValidTwiml();
  });

  test('lists what Twilio would complain of', () => {
    const broken = '<Response><Gather action="/menu"><Dial>+14155550123</Dial></Gather></Response>';
    expect(messageOf(() => expect(broken).toBeValidTwiml())).toMatch(/\/Response\/Gather\/Dial: .*\[gather-children\]/);
  });
});

describe('toEqualTwiml', () => {
  test('does not mind the order of attributes, comments and layout', () => {
    const same = `<Response>\n  <!-- menu --><Gather action="/menu" numDigits="1">\n<Say voice="Polly.Joanna">Press one.</Say></Gather><Hangup/></Response>`;
    expect(menu).toEqualTwiml(same);
    expect(menu).not.toEqualTwiml(voiceResponse());
  });

  test('shows the lines that differ', () => {
    const message = messageOf(() => expect(messagingResponse().message('Hello')).toEqualTwiml(messagingResponse().message('Hullo')));
    expect(message).toContain('"Hello"');
    expect(message).toContain('"Hullo"');
    expect(message.match(/<Response>/g)).toHaveLength(1);
  });
});

describe('where there is no expect', () => {
  test('the matchers tell what they think', () => {
    expect(twimlMatchers.toContainVerb(menu, 'Gather').pass).toBe(true);
    const { pass, message } = twimlMatchers.toEqualTwiml(menu, voiceResponse().hangup());
    expect(pass).toBe(false);
    expect(message()).toContain('Expected:\n<Response>\n  <Hangup/>\n</Response>\n\nReceived:\n<Response>\n  <Gather');
  });
});

describe('toContainVerb', () => {
  test('finds an element anywhere by its attributes and text', () => {
    expect(menu).toContainVerb('Say', { voice: 'Polly.Joanna' }, 'Press one.');
    expect(menu).toContainVerb('Gather', { numDigits: 1 }, /press/i);
    expect(menu).not.toContainVerb('Dial');
  });

  test('shows what there is instead', () => {
    expect(messageOf(() => expect(menu).toContainVerb('Say', {}, 'Press two.'))).toContain(
      'Expected <Say> with the text "Press two.", found only',
    );
  });
});
