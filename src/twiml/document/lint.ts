import { isElement, type TwimlNode } from '../node.js';
import { writeTwiml } from '../write.js';
import type { LintAttribute } from './attributes.js';
import type { Diagnostic } from './diagnostic.js';
import { familyOf } from './family.js';
import type { Fault } from './fault.js';
import type { LintElement } from './lint-element.js';
import { locateElement, locateFault, locateText } from './locate.js';
import { nodeIn } from './node-in.js';
import { checkOptions, type LintOptions } from './options.js';
import { readTwiml } from './parse.js';
import { type ElementPlace, placeOf, Source } from './places.js';
import { Report } from './report.js';
import type { Finding, Rule } from './rule.js';
import { attributeRules, documentRules, elementRules, faultRules, generalRules, placeRules, textRules } from './rules/groups.js';
import { rootResponse } from './rules/root-response.js';
import { type LintDocument, readTree } from './tree.js';

/**
 * Checks a TwiML document as Twilio would, without asking it: whether it is well-formed, whether every element and attribute is known and
 * stands in its place, whether values, sizes and numbers are within Twilio's limits, and whether verbs are ever reached.
 *
 * A document is valid when no diagnostic has the severity `error` or `warning`. Diagnostics come in the order of the document, up to 100
 * of each rule. They have a range, and often a fix, when the source is text or a node that was parsed from text.
 *
 * @param source - A text, a node or a builder. No text makes it throw.
 * @throws TypeError when the source is none of those, or an option is none that there is.
 *
 * @example
 * ```ts
 * for (const { severity, message } of lintTwiml('<Response><say>Hello</say></Response>')) console.log(severity, message);
 * ```
 */
export function lintTwiml(source: string | TwimlNode | { readonly node: TwimlNode }, options: LintOptions = {}): Diagnostic[] {
  checkOptions(options);
  const report = new Report(options);
  if (typeof source === 'string') checkXml(source, options, report);
  else checkNode(nodeIn(source), options, report);
  return report.finish();
}

/** Checks a text and, if it can be read, the document in it. */
export function checkXml(xml: string, options: LintOptions, report: Report): void {
  const reading = readTwiml(xml);
  if ('root' in reading) checkNode(reading.root, options, report, reading.place);
  else checkFault(reading.fault, new Source(xml), options, report);
}

function checkFault(fault: Fault, source: Source, options: LintOptions, report: Report): void {
  checkSource(source, options, report);
  for (const rule of faultRules) report.add(rule, rule.fault?.(fault), () => locateFault(fault, source));
}

function checkNode(node: TwimlNode, options: LintOptions, report: Report, place?: ElementPlace): void {
  const source = (place ?? placeOf(node))?.source ?? writeSource(node, options);
  if (source !== undefined) checkSource(source, options, report);
  const family = options.document ?? (options.context === undefined ? familyOf(node) : 'voice');
  const document = readTree(node, family, place);
  // Twilio runs nothing in another root, so that nothing can be said of what is in it.
  const isRun = node.tag.toLowerCase() === 'response';
  for (const rule of isRun ? documentRules : [rootResponse as Rule])
    report.add(rule, rule.document?.(document, options), (finding) => locateElement(finding, document.root));
  for (const element of isRun ? document.elements : []) checkElement(element, document, options, report);
}

function checkElement(element: LintElement, document: LintDocument, options: LintOptions, report: Report): void {
  const locate = (finding: Finding) => locateElement(finding, element);
  if (element.placement !== 'right') {
    for (const rule of placeRules) if (report.hasRoom(rule)) report.add(rule, rule.misplaced?.(element, document, options), locate);
  }
  if (element.declaration === undefined) return;
  for (const rule of generalRules) if (report.hasRoom(rule)) report.add(rule, rule.element?.(element, document, options), locate);
  for (const rule of elementRules.get(element.name) ?? [])
    if (report.hasRoom(rule)) report.add(rule, rule.element?.(element, document, options), locate);
  for (const attribute of element.attributes) checkAttribute(attribute, element, options, report);
}

function checkAttribute(attribute: LintAttribute, element: LintElement, options: LintOptions, report: Report): void {
  for (const rule of attributeRules) {
    const found = report.hasRoom(rule) ? rule.attribute?.(attribute, element, options) : undefined;
    if (found !== undefined) report.add(rule, found, (finding) => locateElement({ ...finding, attribute: attribute.name }, element));
  }
}

function checkSource(source: Source, options: LintOptions, report: Report): void {
  for (const rule of textRules) report.add(rule, rule.source?.(source, options), (finding) => locateText(finding, source));
}

/** The text of a node that was built, if it is so long that the rules for texts could find fault. */
function writeSource(node: TwimlNode, options: LintOptions): Source | undefined {
  return isShort(node, options.context === 'inline' ? 4000 : 64_000) ? undefined : new Source(writeTwiml(node));
}

/** Whether a node takes fewer bytes than a limit, even if each of its characters took as many as `&quot;` does. */
function isShort(root: TwimlNode, limit: number): boolean {
  let size = 50;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    size += 2 * node.tag.length + 5;
    for (const [name, value] of Object.entries(node.attributes)) size += name.length + 6 * value.length + 4;
    for (const child of node.children) {
      if (typeof child === 'string') size += 6 * child.length;
      else if (isElement(child)) open.push(child);
      else size += 6 * child.comment.length + 10;
    }
    if (size > limit) return false;
  }
  return true;
}
