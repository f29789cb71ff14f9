import type ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Element } from '../../src/twiml/element.js';
import { everyPlace, isShared, type Place } from '../twiml/declared.js';
import { callOf, contentsOf, neededBy } from './calls.js';
import { compile } from './compile.js';

/** One call with a misspelt attribute, on a line of its own. */
interface Slip {
  readonly line: string;
  readonly attribute: string;
}

const slips = slipsEverywhere();
/** Calls without the fill that they need, as users of twilio-node write them. */
const chained = everyPlace().filter(({ element }) => element.text !== 'required' && isShared(element));
let messages: readonly (readonly (string | ts.DiagnosticMessageChain)[])[];

beforeAll(() => {
  const imports = "import { faxResponse, messagingResponse, voiceResponse } from '../../src/twiml/index.js';";
  messages = messagesByLine([...slips.map(({ line }) => line), ...chained.flatMap(chain), imports]);
}, 120_000);

describe('A misspelt attribute', () => {
  test('is one error of one line that tells what was meant, for every verb of every builder', () => {
    expect(slips.length).toBeGreaterThan(500);
    const unhelpful = slips.flatMap(({ line, attribute }, index) => {
      const found = messages[index] ?? [];
      const [message] = found;
      const isHelpful = found.length === 1 && typeof message === 'string' && message.endsWith(`Did you mean to write '${attribute}'?`);
      return isHelpful ? [] : [{ line, found }];
    });
    expect(unhelpful).toEqual([]);
  });
});

describe('A verb whose element holds verbs of the document', () => {
  test('does not compile without its fill, in one line that says how to write it', () => {
    const found = messages.slice(slips.length, slips.length + 2 * chained.length);
    expect(chained.map(({ verbs }) => verbs.join('.'))).toEqual(['dial', 'gather', 'pay', 'prompt', 'pay.prompt']);
    const refused = (attribute: string, builder: string, example: string) =>
      `Object literal may only specify known properties, and '${attribute}' does not exist in type 'NeededFill<${builder}, "${example}">'.`;
    expect(found).toEqual([
      [refused('action', 'DialBuilder', "dial({ … }, (dial) => dial.number('…'))")],
      ['Expected 1-2 arguments, but got 0.'],
      [refused('action', 'GatherBuilder', "gather({ … }, (gather) => gather.say('…'))")],
      ['Expected 1-2 arguments, but got 0.'],
      [refused('action', 'PayBuilder', "pay({ … }, (pay) => pay.prompt({ … }, (prompt) => prompt.say('…')))")],
      ['Expected 1-2 arguments, but got 0.'],
      ...Array(2)
        .fill([['Expected 2 arguments, but got 1.'], ['Expected 2 arguments, but got 0.']])
        .flat(),
    ]);
  });
});

/** The call with attributes alone, and with nothing. */
function chain(place: Place): string[] {
  const [needed] = neededBy(place.element);
  return [callOf(place, `{ ${needed ?? "action: '/a'"} }`), callOf(place, '')];
}

/** Every attribute of every element where it first may stand, and one of its attributes wherever else it may. */
function slipsEverywhere(): Slip[] {
  const seen = new Set<Element>();
  return everyPlace().flatMap((place) => {
    const attributes = Object.keys(place.element.attributes).filter((attribute) => attribute.length > 3);
    const tried = seen.has(place.element) ? attributes.slice(0, 1) : attributes;
    seen.add(place.element);
    return tried.flatMap((attribute) => slipsOf(place, attribute));
  });
}

/** The attribute misspelt in every form that the verb is called in. */
function slipsOf(place: Place, attribute: string): Slip[] {
  const attributes = attributesOf(place.element, attribute);
  return contentsOf(place.element).map((content) => ({ attribute, line: callOf(place, `${attributes}${content}`) }));
}

/** An object with the attribute's last letter but one doubled, and the attributes that the element needs. */
function attributesOf(element: Element, misspelt: string): string {
  // Of a name that has to be quoted, the likely slip is to write it as one word.
  const slip = /^\w+$/.test(misspelt) ? misspelt.slice(0, -1) + misspelt.slice(-2) : misspelt.replaceAll(/\W/g, '');
  return `{ ${[...neededBy(element, misspelt), `${slip}: 'x'`].join(', ')} }`;
}

function messagesByLine(lines: readonly string[]): readonly (readonly (string | ts.DiagnosticMessageChain)[])[] {
  const { program, file } = compile(lines.join('\n'));
  const messages: (string | ts.DiagnosticMessageChain)[][] = lines.map(() => []);
  for (const { start = 0, messageText } of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
    messages[file.getLineAndCharacterOfPosition(start).line]?.push(messageText);
  }
  return messages;
}
