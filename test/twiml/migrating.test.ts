import { readFileSync } from 'node:fs';
import twilio from 'twilio';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { faxResponse, lenient, messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { missingVerbs } from '../conformance/twiml/builders.js';
import { compile } from '../types/compile.js';
import { everyElement } from './declared.js';

const page = readFileSync(new URL('../../docs/migrating-from-twilio-node.md', import.meta.url), 'utf8');

/** The rows of the tables under these two heads, as the code in their cells. */
function rowsUnder(...heads: readonly [string, string]): [string, string][] {
  const tables = page.split(/\n\n/).map((block) => block.split('\n').map(cellsOf));
  return tables.filter(([head]) => head?.join() === heads.join()).flatMap((table) => table.slice(2));
}

function cellsOf(row: string): [string, string] {
  const [, first = '', second = ''] = row.split('|').map((cell) => cell.trim().replace(/^`|`$/g, ''));
  return [first, second];
}

const rows = rowsUnder('twilio-node', 'ringback');
const renamed = rowsUnder('twilio-node 3', 'ringback');
const throwing = rowsUnder('code', 'twilio-node writes');
const habits = rowsUnder('habit', 'would have been');

/** What the code makes of three new documents: the text that it calls `xml`, or all of them. */
function run(code: string, documents: { response: object; reply: object; fax: object }): string {
  const result = /\bconst xml = /.test(code) ? 'xml' : "[response, reply, fax].join('')";
  const { response, reply, fax } = documents;
  return new Function('response', 'reply', 'fax', 'lenient', `${code};\nreturn ${result};`)(response, reply, fax, lenient);
}

const theirs = () => ({
  response: new twilio.twiml.VoiceResponse(),
  reply: new twilio.twiml.MessagingResponse(),
  fax: new twilio.twiml.FaxResponse(),
});
const ours = () => ({ response: voiceResponse(), reply: messagingResponse(), fax: faxResponse() });

describe('Moving from twilio-node', () => {
  test('is shown in rows', () => {
    expect([rows.length > 40, renamed.length, throwing.length, habits.length]).toEqual([true, 11, 5, 4]);
  });

  test.each(rows)('%s becomes %s, and writes the same document', (before, after) => {
    expect(run(after, ours())).toBe(run(before, theirs()));
    expect(run(after, ours())).toMatch(/<\w+/);
  });

  test('compiles on our side', () => {
    const blocks = rows.map(
      ([, after]) => `{ const response = voiceResponse(); const reply = messagingResponse(); const fax = faxResponse(); ${after}; }`,
    );
    const { program, file } = compile(
      `import { faxResponse, lenient, messagingResponse, voiceResponse } from '../../src/twiml/index.js';\n${blocks.join('\n')}`,
    );
    const problems = program.getSemanticDiagnostics(file).map(({ start = 0, messageText }: ts.Diagnostic) => ({
      row: rows[file.getLineAndCharacterOfPosition(start).line - 1]?.[1],
      messageText,
    }));
    expect(problems).toEqual([]);
  }, 60_000);

  test('shows every element that has children, since nesting is what changes most', () => {
    const nested = everyElement().filter(({ element }) => Object.keys(element.children).length > 0);
    const known = nested.filter(
      ({ verbs, parents }) => !`${parents.at(-1)?.tag}.${verbs.at(-1)}`.match(/^(?:Response\.annotate|Connect\.assistant)$/),
    );
    const missing = known.filter(
      ({ verbs }) => !rows.some(([, after]) => new RegExp(`\\.${verbs.at(-1)}\\((?:\\{[^}]*\\}, )?\\(`).test(after)),
    );
    expect(missing.map(({ verbs }) => verbs.join('.'))).toEqual([]);
    expect(Object.keys(missingVerbs)).toEqual(expect.arrayContaining(['VoiceResponse.annotate', 'Connect.assistant']));
  });

  test.each(renamed)('%s is called %s, in twilio-node 6 too', (before, after) => {
    const { Say, Refer } = twilio.twiml.VoiceResponse as unknown as Record<string, { prototype: object }>;
    const holder = [Say, Refer].find((made) => after in (made?.prototype ?? {}));
    expect(holder).toBeDefined();
    expect(before in (holder?.prototype ?? {})).toBe(false);
    expect(everyElement().some(({ verbs }) => verbs.at(-1) === after)).toBe(true);
  });

  test.each(habits)('%s is a TypeError, instead of %s', (code, written) => {
    expect(() => run(code, ours())).toThrow(TypeError);
    // element() takes no callback to be silent, so it shows what the habit would have written.
    const unchecked = code.replace(
      /\bresponse\.(\w)(\w+)\(/,
      (_, first: string, rest: string) => `response.element('${first.toUpperCase()}${rest}', `,
    );
    expect(run(`${unchecked}; const xml = response.toXml({ declaration: false })`, ours())).toBe(`<Response>${written}</Response>`);
  });

  test('compiles none of the habits', () => {
    const { program, file } = compile(
      `import { voiceResponse } from '../../src/twiml/index.js';\n${habits.map(([code]) => `{ const response = voiceResponse(); ${code}; }`).join('\n')}`,
    );
    const lines = program.getSemanticDiagnostics(file).map(({ start = 0 }) => file.getLineAndCharacterOfPosition(start).line);
    expect([...new Set(lines)]).toEqual([1, 2, 3, 4]);
  }, 60_000);

  test.each(throwing)('%s is a TypeError, where twilio-node writes %s', (code, written) => {
    expect(() => run(code, ours())).toThrow(TypeError);
    const response = run(`${code}; const xml = String(response)`, theirs());
    expect(response).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><Response>${written}</Response>`.replace('<Response>nothing</Response>', '<Response/>'),
    );
  });
});
