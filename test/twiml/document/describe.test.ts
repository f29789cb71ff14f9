import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elementsOf, FAMILIES } from '../../../src/twiml/document/catalogue.js';
import { describeElement } from '../../../src/twiml/document/index.js';
import { ELEMENT_DOCS } from '../../../src/twiml/document/values/element-docs.js';
import { readElementDocs } from '../../../tools/element-docs.js';

describe('describeElement', () => {
  test('tells what an editor completes from', () => {
    const gather = describeElement('Gather', 'voice');
    expect(gather).toMatchObject({ tag: 'Gather', family: 'voice', text: 'none', children: ['pause', 'play', 'say'].map(capitalize) });
    expect(gather?.docs).toMatch(/^Collects/);
    expect(gather?.attributes['timeout']).toMatchObject({ type: 'integer', min: 1, required: false, open: true });
    expect(gather?.attributes['action']?.docs).not.toBe('');
    expect([gather?.attributes['action']?.asksWith, gather?.attributes['method']?.asksWith]).toEqual([['voice.gather'], undefined]);
    expect(describeElement('Redirect', 'messaging')?.asksWith).toEqual(['messaging.twiml.redirect']);
    expect(gather?.values['input']).toEqual(['dtmf', 'speech']);
    expect(gather?.values['profanityFilter']).toEqual(['true', 'false']);
  });

  test('has the long lists, too', () => {
    const say = describeElement('Say', 'voice');
    expect(say?.values['voice']).toContain('Polly.Joanna');
    expect(say?.attributes['voice']?.open).toBe(true);
    expect(describeElement('Dial', 'voice')?.values['ringTone']).toContain('uk');
  });

  test('tells families apart', () => {
    expect(describeElement('Say', 'messaging')).toBeUndefined();
    expect(describeElement('Message', 'messaging')?.text).toBe('required');
    expect(describeElement('Receive', 'fax')?.attributes['pageSize']).toMatchObject({ type: 'enum', open: false });
    expect(describeElement('Response', 'messaging')?.children).toEqual(expect.arrayContaining(['Message', 'Redirect']));
  });

  test('knows no tag that is not declared, nor one in another case', () => {
    for (const tag of ['Foo', 'say', 'constructor', '__proto__', '']) expect(describeElement(tag, 'voice')).toBeUndefined();
  });

  test('explains every element and every attribute', () => {
    for (const family of FAMILIES) {
      for (const tag of elementsOf(family).keys()) {
        const described = describeElement(tag, family);
        const unexplained = Object.entries(described?.attributes ?? {}).filter(([, { docs }]) => docs === '');
        expect([tag, described?.docs === '', unexplained]).toEqual([tag, false, []]);
      }
    }
  });

  test('says what the doc comments of the declarations say: after a change, run tools/element-docs.js', () => {
    expect(ELEMENT_DOCS).toEqual(readElementDocs(resolve(import.meta.dirname, '../../..')));
  });
});

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
