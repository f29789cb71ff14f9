import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbered, numberedTexts, prefixed } from '../../src/payloads/schema/lists.js';

const files = numbered('Media', { Url: 'MediaUrl', ContentType: 'MediaContentType' }, 'NumMedia');
const others = numberedTexts('Others', 'Other');
const headers = prefixed('Headers', 'SipHeader_');

describe('numbered', () => {
  const item = fc.record({ Url: fc.string(), ContentType: fc.option(fc.string(), { nil: undefined }) }, { requiredKeys: ['Url'] });

  test('gathers what it scattered, in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.nat(), (list, turn) => {
        const entries = Object.entries(files.scatter(list));
        const turned = Object.fromEntries([
          ...entries.slice(turn % (entries.length + 1)),
          ...entries.slice(0, turn % (entries.length + 1)),
        ]);
        expect(files.gather(turned, turned)).toEqual(list);
        expect(turned['NumMedia']).toBe(list.length);
      }),
    );
  });

  test('leaves out empty items at its end, but for those that are counted', () => {
    const parameters = { MediaUrl0: '', MediaUrl1: 'a', MediaUrl2: '', MediaContentType2: '', MediaUrl3: '' };
    const gather = (NumMedia?: number) => files.gather(parameters, { NumMedia }) as unknown[];
    expect([undefined, 0, 1, 3, 9].map((count) => gather(count).length)).toEqual([2, 2, 2, 3, 4]);
    expect(gather(0)).toEqual([{ Url: '' }, { Url: 'a' }]);
    expect(Object.keys(parameters).filter((name) => files.owns(name, gather(0)))).toEqual(['MediaUrl0', 'MediaUrl1']);
    expect(Object.keys(parameters).filter(files.covers)).toEqual(Object.keys(parameters));
  });

  test('writes the count that came until the list is changed', () => {
    const list = files.gather({ MediaUrl0: 'a' }, { NumMedia: 2 }) as object[];
    expect(files.scatter(list)).toEqual({ MediaUrl0: 'a' });
    expect(files.scatter([...list])).toEqual({ MediaUrl0: 'a', NumMedia: 1 });
    list.push({ Url: 'b' });
    expect(files.scatter(list)).toEqual({ MediaUrl0: 'a', MediaUrl1: 'b', NumMedia: 2 });
  });

  test('ends before the first number that is missing, and leaves what comes after', () => {
    const parameters = { MediaUrl0: 'a', MediaContentType0: 'b', MediaUrl2: 'c', MediaContentType3: 'd' };
    const list = files.gather(parameters, {});
    expect(list).toEqual([{ Url: 'a', ContentType: 'b' }]);
    expect(Object.keys(parameters).filter((name) => files.owns(name, list))).toEqual(['MediaUrl0', 'MediaContentType0']);
  });

  test('ends before a number that came twice, since an item holds texts', () => {
    const list = files.gather({ MediaUrl0: 'a', MediaUrl1: ['b', 'c'], MediaContentType1: 'd' }, {});
    expect(list).toEqual([{ Url: 'a' }]);
    expect(files.owns('MediaUrl1', list)).toBe(false);
  });

  test.each([
    'MediaUrl00',
    'MediaUrl-1',
    'MediaUrl1e0',
    'MediaUrl 0',
    'MediaUrl',
    'MediaUrl1.0',
    'MediaUrl9007199254740993',
    'Media0',
    'xMediaUrl0',
  ])('takes %s for a parameter of its own', (name) => {
    expect(files.gather({ [name]: 'x' }, {})).toEqual([]);
    expect(files.owns(name, [{ Url: 'a' }, { Url: 'b' }])).toBe(false);
    expect(files.covers(name)).toBe(false);
  });

  test('tells bases apart of which one begins like the other', () => {
    const list = numbered('Items', { Short: 'Item', Long: 'ItemName' });
    const gathered = list.gather({ Item0: 'a', ItemName0: 'b', ItemName1: 'c' }, {});
    expect(gathered).toEqual([{ Short: 'a', Long: 'b' }, { Long: 'c' }]);
    for (const name of ['Item0', 'ItemName0', 'ItemName1']) expect(list.owns(name, gathered)).toBe(true);
  });
});

describe('numberedTexts', () => {
  test('gathers what it scattered', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (list) => {
        expect(others.gather(others.scatter([...list, 'last']), {})).toEqual([...list, 'last']);
      }),
    );
  });

  test('leaves out empty texts at its end', () => {
    expect(others.gather({ Other0: 'a', Other1: '', Other2: 'b', Other3: '' }, {})).toEqual(['a', '', 'b']);
  });
});

describe('prefixed', () => {
  const record = fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
    fc.string(),
    { noNullPrototype: true },
  );

  test('gathers what it scattered, and nothing else', () => {
    fc.assert(
      fc.property(record, record, (wanted, rest) => {
        const others = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('SipHeader_')));
        const parameters = { ...others, ...headers.scatter(wanted) };
        const gathered = headers.gather(parameters, {});
        expect(gathered).toEqual(wanted);
        expect(Object.keys(parameters).filter((name) => !headers.owns(name, gathered))).toEqual(Object.keys(others));
      }),
    );
  });

  test('leaves a parameter that came twice, a bare prefix and __proto__', () => {
    const parameters = { SipHeader_A: ['1', '2'], SipHeader_: 'x', ['SipHeader___proto__']: 'y', SipHeader_constructor: 'z' };
    const gathered = headers.gather(parameters, {}) as object;
    expect(Object.entries(gathered)).toEqual([['constructor', 'z']]);
    expect(Object.getPrototypeOf(gathered)).toBe(Object.prototype);
    expect(Object.keys(parameters).filter((name) => headers.owns(name, gathered))).toEqual(['SipHeader_constructor']);
  });
});
