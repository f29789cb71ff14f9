import type { Fix } from './diagnostic.js';
import type { Fault } from './fault.js';
import type { LintElement } from './lint-element.js';
import { contentStart, type ElementPlace, type Range, type Source } from './places.js';
import type { Location } from './report.js';
import type { Finding, Repair } from './rule.js';

/** Elements that are longer are not written anew as a fix: the fixes of a document must not be longer than the document. */
const LONGEST_FIX = 2000;

/** Places a finding at the element that it is about. */
export function locateElement(finding: Finding, checked: LintElement): Location {
  const element = finding.element ?? checked;
  const path = pathOf(element) + (finding.attribute === undefined ? '' : `/@${finding.attribute}`);
  const { place } = element;
  if (place === undefined) return { path, order: element.order };
  const fix = finding.repair && fixOf(finding.repair, place, finding);
  return { path, range: rangeOf(place, finding), ...(fix && { fix }), order: element.order };
}

/** Places a finding in a text that is looked at as a whole. */
export function locateText({ span }: Finding, source: Source): Location {
  return { path: '/', ...(span && { range: source.range(span.start, span.end) }), order: -1 };
}

/** Places what keeps a text from being read. */
export function locateFault({ start, end, fix }: Fault, source: Source): Location {
  const range = source.range(start, end);
  return { path: '/', range, ...(fix && { fix: { range: source.range(fix.start, fix.end), text: fix.text } }), order: 0 };
}

/** The attribute, the content or else the opening tag: what an editor should underline. */
function rangeOf(place: ElementPlace, finding: Finding): Range {
  const { source } = place;
  const attribute = place.attributes.find(({ name }) => name === finding.attribute);
  if (attribute !== undefined) return source.range(attribute.start, attribute.valueEnd + 1);
  const content = contentStart(place);
  if (finding.content === true && place.contentEnd > content && place.contentEnd < place.end)
    return source.range(content, place.contentEnd);
  return source.range(place.start, content);
}

function fixOf(repair: Repair, place: ElementPlace, finding: Finding): Fix | undefined {
  const { source } = place;
  if ('content' in repair) return { range: source.range(contentStart(place), place.contentEnd), text: escapeValue(repair.content) };
  if ('tag' in repair) return renameTag(place, repair.tag);
  if ('into' in repair) return moveInto(repair.into.place, repair.upTo.place);
  const attribute = place.attributes.find(({ name }) => name === finding.attribute);
  if (attribute === undefined) return undefined;
  if ('value' in repair) return { range: source.range(attribute.valueStart, attribute.valueEnd), text: escapeValue(repair.value) };
  return { range: source.range(attribute.start, attribute.start + attribute.name.length), text: repair.attribute };
}

/** A tag stands twice, and a fix is one stretch: that is the whole element, unless the tag closes itself. */
function renameTag(place: ElementPlace, tag: string): Fix | undefined {
  const { source, start, end, contentEnd } = place;
  const name = /^[^\s/>]+/.exec(source.xml.slice(start + 1, start + LONGEST_FIX))?.[0] ?? '';
  const nameEnd = start + 1 + name.length;
  if (contentEnd === end) return { range: source.range(start + 1, nameEnd), text: tag };
  if (end - start > LONGEST_FIX) return undefined;
  return { range: source.range(start, end), text: `<${tag}${source.xml.slice(nameEnd, contentEnd)}</${tag}>` };
}

/** Closes an element behind what followed it. */
function moveInto(into: ElementPlace | undefined, upTo: ElementPlace | undefined): Fix | undefined {
  if (into === undefined || upTo === undefined || upTo.end - into.start > LONGEST_FIX) return undefined;
  const { source, start, end, contentEnd } = into;
  const { xml } = source;
  const tag = /^[^\s/>]+/.exec(xml.slice(start + 1, end))?.[0] ?? '';
  const opened = contentEnd === end ? `${xml.slice(start, end).replace(/\s*\/>$/, '')}>` : xml.slice(start, contentEnd);
  return { range: source.range(start, upTo.end), text: `${opened}${xml.slice(end, upTo.end)}</${tag}>` };
}

function escapeValue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
}

/** The path of an element, with a number where siblings share its tag. */
function pathOf(element: LintElement): string {
  let path = '';
  for (let at: LintElement | undefined = element; at !== undefined; at = at.parent) path = `/${stepOf(at)}${path}`;
  return path;
}

/** Numbers are given to all children at once: counting for each anew would be quadratic. */
const steps = /* @__PURE__ */ new WeakMap<LintElement, string>();

function stepOf(element: LintElement): string {
  const { parent } = element;
  if (parent === undefined) return element.tag;
  if (!steps.has(element)) numberChildren(parent);
  return steps.get(element) ?? element.tag;
}

function numberChildren({ children }: LintElement): void {
  const totals = new Map<string, number>();
  for (const { tag } of children) totals.set(tag, (totals.get(tag) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const child of children) {
    const count = (counts.get(child.tag) ?? 0) + 1;
    counts.set(child.tag, count);
    steps.set(child, totals.get(child.tag) === 1 ? child.tag : `${child.tag}[${count}]`);
  }
}
