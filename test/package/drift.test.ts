import { describeElement } from 'ringback/twiml/document';
import { describe, expect, test } from 'vitest';
import { listUnknown } from '../../tools/drift.js';
import { compareTwiml, isAllowed, listStale, readOurs, readTwilio } from '../../tools/drift-twiml.js';

const { version, families } = readTwilio();
const ours = readOurs(describeElement);

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const ID = '0123456789abcdef'.repeat(2);
const MESSAGE = `MessageSid=SM${ID}&SmsSid=SM${ID}&AccountSid=AC${ID}&From=%2B14155550100&To=%2B14155550101&Body=Hi&NumMedia=0`;

describe('the drift of TwiML', () => {
  test('is read from the declarations of what is installed', () => {
    expect(version).toMatch(/^6\.\d+\.\d+$/);
    const voice = families.get('voice');
    expect(voice?.size).toBeGreaterThan(50);
    expect([...(voice?.get('Response')?.children ?? [])]).toEqual(expect.arrayContaining(['Say', 'Gather', 'Connect']));
    expect([...(voice?.get('Gather')?.attributes.get('input') ?? [])]).toEqual(['dtmf', 'speech']);
    expect(voice?.get('Say')?.attributes.get('voice')?.size).toBeGreaterThan(900);
    expect([...(voice?.get('Gather')?.children ?? [])].sort()).toEqual(['Pause', 'Play', 'Say']);
  });

  test('finds an element, an attribute, a value and a child that one side alone has', () => {
    const element = (attributes: [string, string[]][], children: string[]) => ({
      attributes: new Map(attributes.map(([name, values]) => [name, new Set(values)])),
      children: new Set(children),
    });
    const theirs = new Map([
      [
        'voice',
        new Map([
          [
            'Say',
            element(
              [
                ['voice', ['a', 'b']],
                ['new', []],
              ],
              ['w'],
            ),
          ],
          ['Hum', element([], [])],
        ]),
      ],
    ]);
    const own = new Map([['voice', new Map([['Say', element([['voice', ['a', 'c']]], [])]])]]);
    expect(compareTwiml(theirs, own)).toEqual([
      { side: 'theirs', what: 'voice Say>w' },
      { side: 'theirs', what: 'voice Say@voice=b' },
      { side: 'theirs', what: 'voice Say@new' },
      { side: 'theirs', what: 'voice Hum' },
      { side: 'ours', what: 'voice Say@voice=c' },
    ]);
  });

  test('is allowed by reasons that still hold, and by nothing else', () => {
    expect(listStale(compareTwiml(families, ours))).toEqual([]);
    expect(isAllowed({ side: 'theirs', what: 'voice MediaFilter' })).toBe(false);
    expect(compareTwiml(families, ours).filter((one) => one.side === 'ours' && !isAllowed(one))).toEqual([]);
  });
});

describe('the drift of webhooks', () => {
  test.each([
    ['a recording', { redacted: true, request: { parameters: Object.fromEntries(new URLSearchParams(`${MESSAGE}&Brand=New`)) } }],
    [
      'a raw request',
      `POST /sms HTTP/1.1\r\nHost: example.com\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${MESSAGE}&Brand=New`,
    ],
    ['a curl command', `curl https://example.com/sms --data-raw '${MESSAGE}&Brand=New'`],
    [
      'a HAR',
      { log: { entries: [{ request: { method: 'POST', url: 'https://example.com/sms', postData: { text: `${MESSAGE}&Brand=New` } } }] } },
    ],
    ['a body', Object.fromEntries(new URLSearchParams(`${MESSAGE}&Brand=New`))],
  ])('names what is unknown in %s', async (_, content) => {
    expect(await listUnknown(bytes(content))).toEqual(['messaging.incoming has the unknown parameter Brand']);
  });

  test('names values, and kinds that nobody knows', async () => {
    const status = { MessageSid: 'SM1', MessageStatus: 'teleported', AccountSid: 'AC1', From: '+14155550100', To: '+14155550101' };
    expect(await listUnknown(bytes(status))).toContain('messaging.status has the unknown value "teleported" of MessageStatus');
    expect(await listUnknown(bytes({ Hologram: '1' }))).toEqual(['an unknown kind of webhook, with Hologram']);
  });
});
