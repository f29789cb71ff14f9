import type { Rule } from '../rule.js';
import { rules } from './index.js';

const all: readonly Rule[] = rules;

/** The rules by what they look at, so that none is asked in vain. */
export const textRules: readonly Rule[] = all.filter((rule) => rule.source !== undefined);
export const faultRules: readonly Rule[] = all.filter((rule) => rule.fault !== undefined);
export const replyRules: readonly Rule[] = all.filter((rule) => rule.reply !== undefined);
export const documentRules: readonly Rule[] = all.filter((rule) => rule.document !== undefined);

export const placeRules: readonly Rule[] = all.filter((rule) => rule.misplaced !== undefined);
export const attributeRules: readonly Rule[] = all.filter((rule) => rule.attribute !== undefined);

/** Those that look at every element. */
export const generalRules: readonly Rule[] = all.filter((rule) => rule.element !== undefined && rule.tags === undefined);

/** Those that look at elements of some tags, by tag. */
export const elementRules: ReadonlyMap<string, readonly Rule[]> = groupByTag();

function groupByTag(): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of all) for (const tag of rule.tags ?? []) groups.set(tag, [...(groups.get(tag) ?? []), rule]);
  return groups;
}
