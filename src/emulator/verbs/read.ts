import { isElement, type TwimlNode } from '../../twiml/node.js';
import { resolveIn } from '../documents/document.js';
import type { Next, Target } from '../documents/flow.js';
import type { VerbContext } from './verb.js';

/** A whole number of an attribute. What is none, or out of range, counts as absent: the linter has told of it. */
export function readInteger({ attributes }: TwimlNode, name: string, otherwise: number, least = 0, most = Number.MAX_SAFE_INTEGER): number {
  const text = attributes[name]?.trim() ?? '';
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : otherwise;
}

/** A flag of an attribute. */
export function readFlag({ attributes }: TwimlNode, name: string, otherwise: boolean): boolean {
  const text = attributes[name]?.trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : otherwise;
}

/** The words of an attribute that holds a list. */
export function readList({ attributes }: TwimlNode, name: string, otherwise: readonly string[]): readonly string[] {
  const words = attributes[name]?.split(/[\s,]+/).filter(Boolean) ?? [];
  return words.length === 0 ? otherwise : words;
}

/** The method of an attribute. */
export function readMethod({ attributes }: TwimlNode, name: string, otherwise: 'GET' | 'POST' = 'POST'): 'GET' | 'POST' {
  const text = attributes[name]?.trim().toUpperCase();
  return text === 'GET' || text === 'POST' ? text : otherwise;
}

/** All text in an element, that of its children included, with white space folded. */
export function textOf(node: TwimlNode): string {
  const parts: string[] = [];
  const collect = ({ children }: TwimlNode): void => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else if (isElement(child)) collect(child);
    }
  };
  collect(node);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The elements inside an element. */
export function elementsIn({ children }: TwimlNode): readonly TwimlNode[] {
  return children.filter(isElement);
}

/** The webhook that asks what to do next: the `action` of the verb, or the document itself. @throws VerbFailure when it leads nowhere. */
export function actionOf({ document, node, event }: VerbContext, kind: Target['kind'], parameters: Target['parameters'] = {}): Target {
  const { action } = node.attributes;
  const usual = action === undefined ? document.method : 'POST';
  return { kind, url: resolveIn(document, action), method: readMethod(node, 'method', usual), parameters, causes: [event] };
}

/** Asks the `action` what to do next; where the verb has none, the next verb runs. */
export function proceed(context: VerbContext, kind: Target['kind'], parameters: Target['parameters'] = {}): Next {
  return context.node.attributes.action === undefined ? undefined : { go: actionOf(context, kind, parameters) };
}

/** What `<Parameter>` elements hand over, by their names. */
export function readParameters(node: TwimlNode): Readonly<Record<string, string>> {
  const handed = elementsIn(node).filter(({ tag }) => tag === 'Parameter');
  return Object.fromEntries(handed.map(({ attributes: { name = '', value = '' } }) => [name, value]));
}
