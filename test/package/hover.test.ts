import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { everyElement, everyPlace, type Place } from '../twiml/declared.js';
import { callOf, contentsOf, neededBy } from '../types/calls.js';
import { findUnexplained, type Hover, hoveredFile, startService } from './hovers.js';

const lines = ["import { faxResponse, messagingResponse, voiceResponse } from 'ringback/twiml';"];
const verbs = everyPlace().map((place) => hoverVerb(place));
const attributes = everyElement().flatMap((place) => Object.keys(place.element.attributes).flatMap((name) => hoverAttribute(place, name)));
const starts = ['voiceResponse', 'messagingResponse', 'faxResponse'].map((name) => hover(`${name}();`, `${name}()`, name));
const common = [
  ...['comment', 'element', 'append', 'node', 'family', 'toString', 'toXml', 'toResponse'].map(
    (name) => ['voiceResponse().', name, ';'] as const,
  ),
  ...['comment', 'element', 'append', 'node', 'text'].map((name) => ['voiceResponse().say((v) => { v.', name, '; });'] as const),
].map(([before, name, after]) => hover(`${before}${name}${after}`, `${before}${name}`, name));

let service: ts.LanguageService;

beforeAll(() => {
  service = startService(lines.join(''));
}, 120_000);

describe('The editor explains', () => {
  test('every verb wherever it may stand', () => {
    expect(verbs.length).toBeGreaterThan(140);
    expect(findUnexplained(service, verbs)).toEqual([]);
  });

  test('every attribute in every form of its verb, once', () => {
    expect(attributes.length).toBeGreaterThan(500);
    expect(findUnexplained(service, attributes)).toEqual([]);
  });

  test('every function that starts a document, and what all documents and builders can do', () => {
    expect(findUnexplained(service, [...starts, ...common])).toEqual([]);
  });

  test('all forms of a verb in the same words', () => {
    const checker = service.getProgram()?.getTypeChecker() as ts.TypeChecker;
    const file = service.getProgram()?.getSourceFile(hoveredFile) as ts.SourceFile;
    const various = verbs.filter(({ at }) => {
      const symbol = checker.getSymbolAtLocation(nodeAt(file, at));
      const calls = symbol === undefined ? [] : checker.getTypeOfSymbolAtLocation(symbol, file).getCallSignatures();
      const docs = calls.map((call) => ts.displayPartsToString(call.getDocumentationComment(checker)));
      return calls.length === 0 || new Set(docs).size !== 1;
    });
    expect(various).toEqual([]);
  });
});

function hoverVerb(place: Place): Hover {
  const name = place.verbs.at(-1) ?? '';
  return hover(callOf(place, ''), `${place.family}.${place.verbs.join('.')}`, name, (line) => line.lastIndexOf(`${name}(`));
}

/** An attribute in each form that the verb is called in. */
function hoverAttribute(place: Place, attribute: string): Hover[] {
  const { attributes: table } = place.element;
  const needed = neededBy(place.element);
  const given = table[attribute]?.required ? needed : [...needed, `'${attribute}': undefined`];
  return contentsOf(place.element).map((content) => {
    const what = `${place.family} <${place.element.tag} ${attribute}>${content === '' ? ' alone' : ''}`;
    return hover(callOf(place, `{ ${given.join(', ')} }${content}`), what, attribute, (line) => line.lastIndexOf(`'${attribute}': `) + 1);
  });
}

function hover(line: string, what: string, name: string, find = (text: string): number => text.indexOf(name)): Hover {
  const at = lines.join('').length + find(`\n${line}`);
  lines.push(`\n${line}`);
  return { what, name, at };
}

function nodeAt(file: ts.SourceFile, at: number): ts.Node {
  let found: ts.Node = file;
  const enter = (node: ts.Node): void => {
    if (node.getStart(file) <= at && at < node.end) {
      found = node;
      ts.forEachChild(node, enter);
    }
  };
  enter(file);
  return found;
}
