import { isElement, type TwimlNode } from '../node.js';
import { writeTwiml } from '../write.js';
import type { Diagnostic } from './diagnostic.js';
import type { Fault } from './fault.js';
import { locateElement, locateFault, locateText } from './locate.js';
import { checkOptions, type LintOptions } from './options.js';
import { readTwiml } from './parse.js';
import { placeOf, Source } from './places.js';
import { Report } from './report.js';
import { documentRules, elementRules, faultRules, generalRules, textRules } from './rules/groups.js';
import { familyOf, readTree } from './tree.js';

/**
 * Checks a TwiML document as Twilio would, without asking it: whether it is well-formed, whether every element and attribute is known and
 * stands in its place, whether values, sizes and numbers are within Twilio's limits, and whether verbs are ever reached.
 *
 * A document is valid when no diagnostic has the severity `error` or `warning`. Diagnostics come in the order of the document, up to 100
 * of each rule. They have a range, and often a fix, when the source is text or a node that was parsed from text.
 *
 * @param source - A text, a node or a builder. No text makes it throw.
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
  else checkNode('node' in source ? source.node : source, options, report);
  return report.finish();
}

/** Checks a text and, if it can be read, the document in it. */
export function checkXml(xml: string, options: LintOptions, report: Report): void {
  const reading = readTwiml(xml);
  if ('root' in reading) checkNode(reading.root, options, report);
  else checkFault(reading.fault, new Source(xml), options, report);
}

function checkFault(fault: Fault, source: Source, options: LintOptions, report: Report): void {
  checkSource(source, options, report);
  for (const rule of faultRules) report.add(rule, rule.fault?.(fault), () => locateFault(fault, source));
}

function checkNode(node: TwimlNode, options: LintOptions, report: Report): void {
  const source = sourceOf(node, options);
  if (source !== undefined) checkSource(source, options, report);
  const document = readTree(node, options.document ?? (options.context === undefined ? familyOf(node) : 'voice'));
  for (const rule of documentRules)
    report.add(rule, rule.document?.(document, options), (finding) => locateElement(finding, document.root));
  for (const element of document.elements) {
    for (const rule of generalRules) report.add(rule, rule.element?.(element, document, options), (found) => locateElement(found, element));
    for (const rule of elementRules.get(element.name) ?? [])
      report.add(rule, rule.element?.(element, document, options), (found) => locateElement(found, element));
  }
}

function checkSource(source: Source, options: LintOptions, report: Report): void {
  for (const rule of textRules) report.add(rule, rule.source?.(source, options), (finding) => locateText(finding, source));
}

/** The text of a node. Nodes that were built are written for it, but only if they are so long that the rules for texts could find fault. */
function sourceOf(node: TwimlNode, options: LintOptions): Source | undefined {
  const place = placeOf(node);
  if (place !== undefined) return place.source;
  const limit = options.context === 'inline' ? 4000 : 65_536;
  return isShort(node, limit) ? undefined : new Source(writeTwiml(node));
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
