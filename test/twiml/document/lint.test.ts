import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, lintTwiml, parseTwiml, type RuleId } from '../../../src/twiml/document/index.js';
import { messagingResponse, voiceResponse, writeTwiml } from '../../../src/twiml/index.js';
import { invalidDocuments } from './invalid-documents.js';
import { trees } from './trees.js';
import { validDocuments } from './valid-documents.js';

const documents = [...validDocuments, ...invalidDocuments].map(([, xml]) => xml).filter((xml) => xml.length < 5000);

describe('A diagnostic', () => {
  test('says what was expected, what was found, what Twilio does and under which code', () => {
    expect(lintTwiml('<Response><Gather action="/a"><Dial>+14155550123</Dial></Gather><Hangup/></Response>')).toEqual([
      {
        rule: 'gather-children',
        severity: 'warning',
        message: '<Gather> takes <Pause>, <Play>, <Say>; found <Dial>. Twilio ignores it (13320).',
        twilioCode: 13320,
        path: '/Response/Gather/Dial',
        range: { start: { line: 1, column: 31, offset: 30 }, end: { line: 1, column: 37, offset: 36 } },
      },
    ]);
  });

  test('numbers elements that share a tag, and names the attribute', () => {
    const [first, second] = lintTwiml(
      '<Response>\n<Gather action="/a"/>\n<Gather action="/a" timeout="x"/>\n<Say loop="y">a</Say></Response>',
    );
    expect(first).toMatchObject({
      path: '/Response/Gather[2]/@timeout',
      range: { start: { line: 3, column: 21 }, end: { line: 3, column: 32 } },
    });
    expect(second).toMatchObject({ path: '/Response/Say/@loop', range: { start: { line: 4, column: 6 } } });
  });

  test('has no range for a node that was built', () => {
    const [diagnostic] = lintTwiml(voiceResponse().pause({ length: 0 }));
    expect(diagnostic).toMatchObject({ rule: 'attribute-value', path: '/Response/Pause/@length' });
    expect(diagnostic).not.toHaveProperty('range');
    expect(diagnostic).not.toHaveProperty('fix');
  });

  test('has the same range for a node that was parsed as for its text', () => {
    for (const xml of documents) {
      const node = readOrUndefined(xml);
      if (node !== undefined) expect(lintTwiml(node)).toEqual(lintTwiml(xml));
    }
  });

  test('comes in the order of the document', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), (xml) => {
        const lines = lintTwiml(xml).map(({ path }) => path.split('/').length > 1 && path);
        const starts = lintTwiml(xml).flatMap(({ range, path }) => (range === undefined || path.includes('@') ? [] : [range.start.offset]));
        expect(lines).not.toContain(false);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  test('comes a hundred times from a rule at most', () => {
    expect(lintTwiml(`<Response>${'<Foo/>'.repeat(5000)}</Response>`)).toHaveLength(100);
  });
});

describe('A fix', () => {
  const fixed: readonly (readonly [what: string, xml: string, better: string])[] = [
    [
      'writes a name in its case',
      '<Response><Gather numdigits="1" action="/a"/><Hangup/></Response>',
      '<Response><Gather numDigits="1" action="/a"/><Hangup/></Response>',
    ],
    [
      'writes a tag in its case, at both ends',
      '<Response><say voice="man">Hi</say></Response>',
      '<Response><Say voice="man">Hi</Say></Response>',
    ],
    ['writes a tag that closes itself', '<Response><hangup /></Response>', '<Response><Hangup /></Response>'],
    ['writes a misspelt tag', '<Response><Gahter action="/a"/><Hangup/></Response>', '<Response><Gather action="/a"/><Hangup/></Response>'],
    ['writes a misspelt attribute', '<Response><Say voise="man">Hi</Say></Response>', '<Response><Say voice="man">Hi</Say></Response>'],
    [
      'puts spaces between events',
      '<Response><Dial><Number statusCallbackEvent="initiated, answered">+14155550123</Number></Dial></Response>',
      '<Response><Dial><Number statusCallbackEvent="initiated answered">+14155550123</Number></Dial></Response>',
    ],
    ['takes the unit off a number', '<Response><Pause length="5s"/></Response>', '<Response><Pause length="5"/></Response>'],
    [
      'says true for yes',
      '<Response><Record playBeep="yes" action="/a"/></Response>',
      '<Response><Record playBeep="true" action="/a"/></Response>',
    ],
    [
      'writes booleans small',
      '<Response><Record playBeep="TRUE" action="/a"/></Response>',
      '<Response><Record playBeep="true" action="/a"/></Response>',
    ],
    [
      'gives a voice its provider',
      '<Response><Say voice="joanna">Hi</Say></Response>',
      '<Response><Say voice="Polly.Joanna">Hi</Say></Response>',
    ],
    [
      'writes a language with a hyphen',
      '<Response><Say language="fr_FR">Hi</Say></Response>',
      '<Response><Say language="fr-FR">Hi</Say></Response>',
    ],
    [
      'encodes a space in a URL',
      '<Response><Play>http://example.com/my song.mp3</Play></Response>',
      '<Response><Play>http://example.com/my%20song.mp3</Play></Response>',
    ],
    [
      'gives a SIP URI its scheme',
      '<Response><Dial><Sip>kate@example.com?x-a=1&amp;x-b=2</Sip></Dial></Response>',
      '<Response><Dial><Sip>sip:kate@example.com?x-a=1&amp;x-b=2</Sip></Dial></Response>',
    ],
    [
      'chooses the one track that may be',
      '<Response><Connect><Stream url="wss://a.example/s" track="both_tracks"/></Connect></Response>',
      '<Response><Connect><Stream url="wss://a.example/s" track="inbound_track"/></Connect></Response>',
    ],
    ['escapes an ampersand', '<Response><Say>Salt & pepper</Say></Response>', '<Response><Say>Salt &amp; pepper</Say></Response>'],
    ['escapes a less-than sign', '<Response><Say>3 < 4</Say></Response>', '<Response><Say>3 &lt; 4</Say></Response>'],
    ["writes a number for an entity of HTML's", '<Response><Say>caf&eacute;</Say></Response>', '<Response><Say>caf&#233;</Say></Response>'],
    ['leaves out the space before the declaration', '\n<?xml version="1.0"?><Response/>', '<?xml version="1.0"?><Response/>'],
    ['leaves out a document type', '<!DOCTYPE Response><Response/>', '<Response/>'],
    ['writes the root with a capital', '<response><Say>Hi</Say></response>', '<Response><Say>Hi</Say></Response>'],
  ];

  test.each(fixed)('%s', (_, xml, better) => {
    const fixes = lintTwiml(xml).filter(({ fix }) => fix !== undefined);
    expect(fixes).toHaveLength(1);
    expect(apply(xml, fixes[0] as Diagnostic)).toBe(better);
    expect(lintTwiml(better)).toEqual([]);
  });

  test('puts right what it was given for, in any document', () => {
    for (const xml of documents) {
      const before = lintTwiml(xml);
      for (const diagnostic of before.filter(({ fix }) => fix !== undefined)) {
        const count = (found: Diagnostic[]) => found.filter(({ message }) => message === diagnostic.message).length;
        expect([apply(xml, diagnostic), count(lintTwiml(apply(xml, diagnostic))) < count(before)]).toEqual([expect.anything(), true]);
      }
    }
  });
});

describe('lintTwiml', () => {
  test('takes text, nodes and builders', () => {
    const document = voiceResponse().pause({ length: 0 });
    const rulesOf = (diagnostics: Diagnostic[]) => diagnostics.map(({ rule }) => rule);
    expect(rulesOf(lintTwiml(document))).toEqual(['attribute-value']);
    expect(rulesOf(lintTwiml(document.node))).toEqual(['attribute-value']);
    expect(rulesOf(lintTwiml(document.toString()))).toEqual(['attribute-value']);
  });

  test('finds out what a document answers, from the verbs of one family alone', () => {
    expect(lintTwiml('<Response><Message>Hi</Message><Redirect>/a</Redirect></Response>')).toEqual([]);
    expect(lintTwiml('<Response><Receive/></Response>').map(({ rule }) => rule)).toEqual(['deprecated']);
    expect(lintTwiml(messagingResponse().message('Hi'))).toEqual([]);
    expect(lintTwiml('<Response><Say>a</Say><Say>b</Say><Message>c</Message></Response>')).toMatchObject([
      { rule: 'document-kind', path: '/Response/Message' },
    ]);
  });

  test('lets rules be graver, milder or off', () => {
    const xml = '<Response><Say voise="man">Hi</Say></Response>';
    expect(lintTwiml(xml, { rules: { 'known-attributes': 'error' } })).toMatchObject([{ severity: 'error' }]);
    expect(lintTwiml(xml, { rules: { 'known-attributes': 'info' } })).toMatchObject([{ severity: 'info' }]);
    expect(lintTwiml(xml, { rules: { 'known-attributes': 'off' } })).toEqual([]);
    expect(lintTwiml('<Response>', { rules: { 'well-formed': 'off' } })).toEqual([]);
  });

  test('calls names that look like nothing known what the option says, and what is misspelt or misplaced a warning', () => {
    const levels = (xml: string) => [undefined, 'warning', 'info'].map((unknown) => lintTwiml(xml, { unknown } as never)[0]?.severity);
    expect(levels('<Response><Say shimmer="1">Hi</Say></Response>')).toEqual(['warning', 'warning', 'info']);
    expect(levels('<Response><Shimmer/></Response>')).toEqual(['warning', 'warning', 'info']);
    expect(levels('<Response><Say voise="man">Hi</Say></Response>')).toEqual(['warning', 'warning', 'warning']);
    expect(levels('<Response><Say numDigits="1">Hi</Say></Response>')).toEqual(['warning', 'warning', 'warning']);
    expect(levels('<Response><Sayy>Hi</Sayy></Response>')).toEqual(['warning', 'warning', 'warning']);
  });

  test('takes a tag or an attribute that every object has for an unknown one', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const found = lintTwiml(`<Response><${name}/><Say ${name}="1">Hi</Say></Response>`);
      expect(found.map(({ rule }) => rule)).toEqual(['known-elements', 'known-attributes']);
      for (const { message } of found) expect(message).not.toContain('did you mean');
    }
  });

  test('offers no address for a sentence', () => {
    for (const text of ['Please visit example.com', 'Note: we are closed today', 'Save 100% today'])
      expect(lintTwiml(`<Response><Play>${text}</Play></Response>`)).toEqual([
        expect.objectContaining({ rule: 'text-url', severity: 'error', message: expect.stringContaining('<Say>') }),
      ]);
    expect(lintTwiml('<Response><Play>Please visit example.com</Play></Response>')[0]).not.toHaveProperty('fix');
  });

  test('says whose tables do not know a name, and of which month they are', () => {
    const [attribute, element] = lintTwiml('<Response><Say shimmer="1">Hi</Say><Shimmer/></Response>');
    for (const diagnostic of [attribute, element]) expect(diagnostic?.message).toMatch(/ringback's tables of [A-Z][a-z]+ 20\d\d/);
  });

  test('says nothing of what is in another root than Response', () => {
    for (const tag of ['Say', 'html', 'Gather', 'Foo'])
      expect(lintTwiml(`<${tag}>x<Say/><b>y</b></${tag}>`)).toMatchObject([{ rule: 'root-response', path: `/${tag}` }]);
  });

  test('says nothing of what <Failover> holds, which no page lists', () => {
    const inside = '<Failover anything="1"><Language code="en-US" whatever="2"/></Failover>';
    expect(
      lintTwiml(`<Response><Connect><ConversationRelay url="wss://a.example/r">${inside}</ConversationRelay></Connect></Response>`),
    ).toEqual([]);
  });

  test('puts prompts into the <Pay> before them', () => {
    const xml =
      '<Response><Pay action="/p"/> <Prompt for="postal-code"><Say>Code?</Say></Prompt><Prompt for="security-code"/><Hangup/></Response>';
    const better =
      '<Response><Pay action="/p"> <Prompt for="postal-code"><Say>Code?</Say></Prompt><Prompt for="security-code"/></Pay><Hangup/></Response>';
    const [first] = lintTwiml(xml).filter(({ fix }) => fix !== undefined);
    expect(apply(xml, first as Diagnostic)).toBe(better);
    expect(lintTwiml(better).filter(({ rule }) => rule === 'stream-under-response')).toEqual([]);
  });

  test('refuses options that mean nothing', () => {
    expect(() => lintTwiml('<Response/>', { rules: { 'gather-child': 'off' } as never })).toThrow(
      'There is no rule "gather-child"; did you mean "gather-children"?',
    );
    expect(() => lintTwiml('<Response/>', { rules: { 'gather-children': 'fatal' } as never })).toThrow(TypeError);
    expect(() => lintTwiml('<Response/>', { context: 'somewhere' } as never)).toThrow(TypeError);
    expect(() => lintTwiml('<Response/>', { document: 'sms' } as never)).toThrow(TypeError);
    expect(() => lintTwiml('<Response/>', { unknown: 'error' } as never)).toThrow(TypeError);
  });

  test('takes the names that some libraries print for their own', () => {
    const xml = '<Response><Connect><ConversationRelay url="wss://a.example/r" speechtimeout="x"/></Connect></Response>';
    expect(lintTwiml(xml)).toMatchObject([{ rule: 'attribute-value', path: '/Response/Connect/ConversationRelay/@speechtimeout' }]);
  });

  test('looks into elements in the wrong case and the wrong place, and not into unknown ones', () => {
    const rulesIn = (xml: string) =>
      lintTwiml(xml)
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule }) => rule as RuleId);
    expect(rulesIn('<Response><gather action="/a"><say loop="x">Hi</say></gather></Response>')).toEqual([
      'case-sensitive',
      'case-sensitive',
      'attribute-value',
    ]);
    expect(rulesIn('<Response><Record action="/a"><Pause length="x"/></Record></Response>')).toEqual(['no-nesting', 'attribute-value']);
    expect(rulesIn('<Response><Foo><Pause length="x"/></Foo></Response>')).toEqual(['known-elements']);
  });

  test('counts bytes, not characters', () => {
    const xml = `<Response><!--${'é'.repeat(33_000)}--></Response>`;
    expect(lintTwiml(xml).map(({ rule }) => rule)).toEqual(['size-64k']);
    expect(lintTwiml(xml.replaceAll('é', 'e'))).toEqual([]);
  });

  test('measures nodes as they will be written', () => {
    const long = voiceResponse();
    for (let count = 0; count < 3000; count += 1) long.comment('"quoted" & more');
    expect(lintTwiml(long).map(({ rule }) => rule)).toEqual(['size-64k']);
    const document = voiceResponse().say('a'.repeat(3990));
    expect(lintTwiml(document, { context: 'inline' }).map(({ rule }) => rule)).toEqual(['size-twiml-parameter']);
  });
});

describe('No text makes lintTwiml throw:', () => {
  const check = (xml: string) => {
    for (const diagnostic of lintTwiml(xml)) {
      expect(diagnostic.message.length).toBeLessThan(1000);
      expect(diagnostic.path).toMatch(/^\//);
      const { range, fix } = diagnostic;
      for (const { start, end } of [range, fix?.range].filter((found) => found !== undefined)) {
        expect(0 <= start.offset && start.offset <= end.offset && end.offset <= xml.length + 1).toBe(true);
      }
    }
  };

  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check));
  });

  test('documents that were cut, mixed and sprinkled', () => {
    const piece = fc.constantFrom(
      ...'<>/&"\'= \n',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&amp;',
      '__proto__',
      'constructor',
      '\uD800',
      '{{',
    );
    const mutated = fc
      .tuple(fc.constantFrom(...documents), fc.array(fc.tuple(fc.nat(), fc.nat(20), fc.option(piece)), { maxLength: 4 }))
      .map(([xml, changes]) =>
        changes.reduce((text, [at, length, put]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + (put ?? '') + text.slice(place + length);
        }, xml),
      );
    fc.assert(fc.property(mutated, check), { numRuns: 500 });
  });

  test('any trees', () => {
    fc.assert(fc.property(trees(), (tree) => check(writeTwiml(tree))));
    fc.assert(fc.property(trees(), (tree) => lintTwiml(tree).every(({ path }) => path.startsWith('/'))));
  });

  const big: readonly (readonly [string, string])[] = [
    ['nested a hundred thousand levels deep', `<Response><Say>${'<p>'.repeat(100_000)}${'</p>'.repeat(100_000)}</Say></Response>`],
    ['nested deeply with a mistake at each level', `<Response><Say>${'<s x="">'.repeat(5000)}${'</s>'.repeat(5000)}</Say></Response>`],
    ['of very many verbs that are unknown', `<Response>${'<Foo/>'.repeat(170_000)}</Response>`],
    ['of very many verbs in the wrong place', `<Response>${'<Number>x</Number>'.repeat(50_000)}</Response>`],
    ['of very many ways out', `<Response>${'<Leave/><Redirect/><Reject/><Gather/>'.repeat(25_000)}</Response>`],
    [
      'of very many attributes',
      `<Response><Say ${Array.from({ length: 60_000 }, (_, index) => `voic${index}=""`).join(' ')}>a</Say></Response>`,
    ],
    ['of very many voices that are unknown', `<Response>${'<Say voice="Polly.Joannna">a</Say>'.repeat(2000)}</Response>`],
    ['of one very long URL', `<Response><Redirect>https://${'a'.repeat(500_000)}!${'.'.repeat(500_000)}</Redirect></Response>`],
    ['of one very long number', `<Response><Dial>${'1 '.repeat(500_000)}x</Dial></Response>`],
    ['of one very long list', `<Response><Gather input="${'dtmf,'.repeat(190_000)}"/></Response>`],
    ['of one very long SIP URI', `<Response><Dial><Sip>sip:${'a@'.repeat(250_000)}?${'x=&amp;'.repeat(60_000)}</Sip></Dial></Response>`],
  ];

  test.each(big)('a document %s', (_, xml) => {
    expect(lintTwiml(xml).length).toBeGreaterThan(0);
  });
});

function apply(xml: string, { fix }: Diagnostic): string {
  return fix === undefined ? xml : xml.slice(0, fix.range.start.offset) + fix.text + xml.slice(fix.range.end.offset);
}

function readOrUndefined(xml: string): ReturnType<typeof parseTwiml> | undefined {
  try {
    return parseTwiml(xml);
  } catch {
    return undefined;
  }
}
