import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { FormParameters } from '../../request/forms.js';
import { makeIdentifier } from '../identify.js';
import { onlyText, readInput } from './input.js';
import { lazily } from './lazily.js';
import type { Description, PayloadSchema } from './schema.js';

type Member = PayloadSchema<unknown>;

/** A member with what the class behind it knows besides. */
type Signed = Member & { readonly signs?: Description['signs'] };

/** A family of webhooks that come to one URL and that one parameter, or one of several, tells apart. Its output is a union to `switch` over. */
export interface PayloadUnion<Members extends readonly z.ZodType[], Expects extends Description['expects'] = Description['expects']>
  extends z.ZodType<z.output<Members[number]>, FormParameters>,
    Pick<Description, 'title' | 'deadlineMs' | 'methods'> {
  readonly expects: Expects;
  /** The schemas of the kinds that belong to it. */
  readonly members: Members;
  /** The kind that parameters or a payload are of, such as `voice.conference.start`. */
  kindOf(parameters: object): string | undefined;
}

/** The definition of {@link UnionObject}; it is what survives `refine`, `meta` and `describe`. */
interface UnionDef extends z.core.$ZodUnionDef {
  readonly by: readonly string[];
  readonly title: string;
  readonly members: readonly Member[];
}

// The compiler takes an assertion function only by a name of declared type.
const BaseUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = z.ZodUnion;

/** zod's own unions try one member after the other; here a look at one parameter finds it. */
const UnionObject: z.core.$constructor<z.ZodUnion, UnionDef> = /* @__PURE__ */ $constructor('PayloadUnion', (inst, def) => {
  BaseUnion.init(inst, def);
  const { by, title, members } = def;
  const [first] = members;
  const named = by.flatMap((name) =>
    members.flatMap((member) => valuesOf(member, name).map((value) => [`${name}=${value}`, member] as const)),
  );
  const byValue = new Map(named);
  const otherwise = members.find(isOtherwise);
  const identify = makeIdentifier(otherwise === undefined ? [] : [otherwise as never]);
  const find = (parameters: object) => {
    for (const name of by) {
      const member = byValue.get(`${name}=${valueIn(parameters, name)}`);
      if (member !== undefined) return member;
    }
    return identify(parameters as FormParameters) === undefined ? undefined : otherwise;
  };
  Object.assign(inst, {
    title,
    members,
    expects: first?.expects,
    deadlineMs: first?.deadlineMs,
    methods: first?.methods,
    kindOf: (parameters: object) => find(parameters)?.kind,
  });
  inst._zod.parse = (payload, ctx) => {
    const parameters = ctx.direction === 'backward' ? payload.value : readInput(payload.value, 'unknown');
    const member = typeof parameters === 'object' && parameters !== null ? find(parameters) : undefined;
    if (member !== undefined) return member._zod.run({ value: parameters, issues: payload.issues }, ctx);
    const values = members.flatMap((one) => by.flatMap((name) => valuesOf(one, name)));
    payload.issues.push({ code: 'invalid_value', values, input: parameters, path: by.slice(0, 1), inst });
    return payload;
  };
});

function valueIn(parameters: object, name: string): string | undefined {
  const value = (parameters as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : onlyText(value);
}

/** Whether a member is there for what the others do not know, so that nothing new is refused. */
function isOtherwise({ signs = [] }: Signed): boolean {
  return signs.length > 0 && signs.every(({ otherwise }) => otherwise);
}

/** The values of a parameter that a kind declares to be known by. */
function valuesOf({ signs }: Signed, by: string): string[] {
  return (signs ?? []).flatMap(({ is }) => is?.[by] ?? []);
}

/**
 * Declares a family of webhooks.
 *
 * @param by - The parameter that tells its members apart, or several where they have different ones, the usual one first; each member's
 *   signs say by which values.
 */
// @__NO_SIDE_EFFECTS__
export function union<const Members extends readonly z.ZodType[], const Expects extends Description['expects']>(declaration: {
  readonly title: string;
  readonly by: string | readonly string[];
  readonly members: Members;
  readonly expects: Expects;
}): PayloadUnion<Members, Expects> {
  const { title, by, members } = declaration;
  const makeDefinition = (): UnionDef => ({ type: 'union', options: members, by: [by].flat(), title, members: members as never });
  return lazily(UnionObject, makeDefinition, { title, members }) as unknown as PayloadUnion<Members, Expects>;
}
