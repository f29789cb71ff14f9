export type { Family } from './catalogue.js';
export type { Diagnostic, Fix, Severity } from './diagnostic.js';
export { lintTwiml } from './lint.js';
export type { LintContext, LintOptions } from './options.js';
export { parseTwiml } from './parse.js';
export { type Position, positionOf, type Range } from './places.js';
export { lintReply } from './reply.js';
export type { Reply } from './rule.js';
export type { RuleId } from './rules/index.js';
