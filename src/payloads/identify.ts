import type { FormParameters } from '../request/forms.js';
import { onlyText } from './schema/input.js';
import type { Description, Sign } from './schema/schema.js';

/** What identification needs of a schema. */
interface Identifiable extends Pick<Description, 'kind' | 'parent' | 'signs'> {
  /** @default 'form' */
  readonly wire?: 'form' | 'json';
}

/** A sign, made ready for looking up. The anchor, its most telling part, has led to it: the rest is checked. */
interface Rule {
  readonly kind: string;
  /** A special case ranks before its general one, and of two others the one that demands more. */
  readonly rank: number;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly values: readonly (readonly [parameter: string, fits: (value: string | undefined) => boolean])[];
  /** How many parameters there may be. */
  readonly limit: number;
  /** Whether a list of one is its text, as in forms; in JSON it is a list. */
  readonly unwraps: boolean;
}

/** The rules that a parameter leads to, by its value where that is what tells. */
interface Anchor {
  readonly any: Rule[];
  readonly byValue: Map<string, Rule[]>;
}

/** All rules, by the parameters that lead to them. */
export type Anchors = ReadonlyMap<string, Anchor>;

/** Tells what kind parameters belong to; `undefined` where none fits. */
export type Identify = (parameters: FormParameters) => string | undefined;

/** Makes the function that tells kinds apart, from what each of them declares. */
export function makeIdentifier(schemas: readonly Identifiable[]): Identify {
  return identifyBy(makeAnchors(schemas));
}

/** Makes the rules of what kinds declare. */
export function makeAnchors(schemas: readonly Identifiable[]): Anchors {
  const parents = new Map(schemas.map(({ kind, parent }) => [kind, parent]));
  const anchors = new Map<string, Anchor>();
  for (const { kind, signs, wire } of schemas) {
    const unwraps = wire !== 'json';
    for (const sign of signs) addRule(anchors, { ...makeRule(kind, countAncestors(kind, parents), sign), unwraps }, sign);
  }
  for (const { any, byValue } of anchors.values()) for (const rules of [any, ...byValue.values()]) rules.sort((a, b) => b.rank - a.rank);
  return anchors;
}

/** The rules of fewer kinds. Those that stay are shared: there are hundreds, and each takes a kilobyte. */
export function leaveOut(anchors: Anchors, isLeftOut: (kind: string) => boolean): Anchors {
  const keep = (rules: Rule[]) => (rules.some(({ kind }) => isLeftOut(kind)) ? rules.filter(({ kind }) => !isLeftOut(kind)) : rules);
  const left = new Map<string, Anchor>();
  for (const [name, { any, byValue }] of anchors) {
    const values = [...byValue].map(([value, rules]) => [value, keep(rules)] as const).filter(([, rules]) => rules.length > 0);
    const anchor = { any: keep(any), byValue: new Map(values) };
    if (anchor.any.length > 0 || values.length > 0) left.set(name, anchor);
  }
  return left;
}

/**
 * Makes the function of rules that are there. It looks at each parameter once and checks only the few rules that the parameter leads to, so
 * that it does not slow down with the number of kinds.
 */
export function identifyBy(anchors: Anchors): Identify {
  return (parameters) => {
    let best: Rule | undefined;
    const names = Object.keys(parameters);
    for (const name of names) {
      const anchor = anchors.get(name);
      if (anchor === undefined) continue;
      best = findBest(anchor.any, parameters, names.length, best);
      if (anchor.byValue.size > 0) best = findBest(anchor.byValue.get(textOf(parameters[name]) as string), parameters, names.length, best);
    }
    return best?.kind;
  };
}

/** The first rule that fits: they come by rank, so that none behind one that fits, or ranks below the best so far, can be better. */
function findBest(rules: readonly Rule[] | undefined, parameters: FormParameters, count: number, best: Rule | undefined): Rule | undefined {
  if (rules === undefined) return best;
  for (const rule of rules) {
    if (best !== undefined && rule.rank <= best.rank) return best;
    if (count <= rule.limit && fits(rule, parameters)) return rule;
  }
  return best;
}

/** No sign names what every object inherits, so that a look at the parameters will do. The part that refuses most comes first. */
function fits({ has, lacks, values, unwraps }: Rule, parameters: FormParameters): boolean {
  for (const [name, fitsValue] of values) if (!fitsValue(textOf(parameters[name], unwraps))) return false;
  for (const name of has) if (parameters[name] === undefined) return false;
  for (const name of lacks) if (parameters[name] !== undefined) return false;
  return true;
}

/** The text of a parameter; some parsers make a list even of one that came once. */
function textOf(value: unknown, unwraps = true): string | undefined {
  if (typeof value === 'string') return value;
  return unwraps ? onlyText(value) : undefined;
}

/** More demands than any sign has, so that depth always counts first. */
const DEPTH = 1000;

/** More than the depth of any kind, so that what counts otherwise comes last. */
const OTHERWISE = -100 * DEPTH;

function makeRule(kind: string, depth: number, sign: Sign): Omit<Rule, 'unwraps'> {
  const { has = [], lacks = [], is = {}, starts = {}, mayBe = {}, isNot = {}, otherwise, alone } = sign;
  const demanded = [
    ...listChecks(is, (value, accepted) => value !== undefined && accepted.includes(value)),
    ...listChecks(starts, (value, accepted) => value !== undefined && accepted.some((prefix) => value.startsWith(prefix))),
  ];
  const tolerated = [
    ...listChecks(mayBe, (value, accepted) => value === undefined || accepted.includes(value)),
    ...listChecks(isNot, (value, refused) => value === undefined || !refused.includes(value)),
  ];
  const limit = alone ? has.length + demanded.length : Number.POSITIVE_INFINITY;
  const demands = has.length + lacks.length + 2 * demanded.length + tolerated.length;
  const rank = (otherwise ? OTHERWISE : 0) + depth * DEPTH + demands;
  return { kind, rank, has, lacks, values: [...demanded, ...tolerated], limit };
}

function listChecks(
  table: Readonly<Record<string, string | readonly string[]>>,
  check: (value: string | undefined, listed: readonly string[]) => boolean,
): Rule['values'] {
  return Object.entries(table).map(([name, listed]) => {
    const values = [listed].flat();
    return [name, (value) => check(value, values)] as const;
  });
}

/** A value is more telling than a name, and is looked up by itself where it is one of a few. */
function addRule(anchors: Map<string, Anchor>, rule: Rule, { has = [], is = {}, starts = {} }: Sign): void {
  const [named] = Object.entries(is);
  const name = named?.[0] ?? has[0] ?? Object.keys(starts)[0];
  if (name === undefined) throw new TypeError(`A sign of ${rule.kind} names nothing that is there`);
  const anchor = anchors.get(name) ?? { any: [], byValue: new Map<string, Rule[]>() };
  anchors.set(name, anchor);
  if (named === undefined) anchor.any.push(rule);
  else for (const value of [named[1]].flat()) anchor.byValue.set(value, [...(anchor.byValue.get(value) ?? []), rule]);
}

function countAncestors(kind: string, parents: ReadonlyMap<string, string | undefined>): number {
  const parent = parents.get(kind);
  return parent === undefined ? 0 : 1 + countAncestors(parent, parents);
}
