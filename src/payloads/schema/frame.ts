import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { decimal, integer, optional } from './fields.js';
import type { ParameterTable } from './form.js';
import { jsonNumber, jsonOrText } from './json-fields.js';
import { lazily, lazyUnion } from './lazily.js';
import { type FrameInput, readFrame } from './read-frame.js';

/** The schema of one kind of message on a socket. It takes the text or the bytes, or the object that was parsed from them. */
export interface FrameSchema<Frame, Kind extends string = string> extends z.ZodType<Frame, FrameInput> {
  /** The kind's id, such as `media-streams.start`. It is a message's, not a webhook's: `identifyWebhook` never names it. */
  readonly kind: Kind;
  /** What happens, in a few words. */
  readonly title: string;
  /** The schema of each field, for reading. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
}

/** The definition of {@link FrameObject}; it is what survives `refine`, `meta` and `describe`. */
interface FrameDef extends z.core.$ZodObjectDef {
  readonly kind: string;
  readonly title: string;
}

type FrameObject = z.ZodObject & Pick<FrameDef, 'kind' | 'title'>;

// The compiler takes an assertion function only by a name of declared type.
const BaseObject: z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef> = z.ZodObject;

const FrameObject: z.core.$constructor<FrameObject, FrameDef> = /* @__PURE__ */ $constructor('FrameObject', (inst, def) => {
  BaseObject.init(inst, def);
  Object.assign(inst, { kind: def.kind, title: def.title });
  const read = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction !== 'backward') payload.value = readFrame(payload.value);
    return read(payload, ctx);
  };
});

/** Declares one kind of message. Fields that it does not know stay. */
// @__NO_SIDE_EFFECTS__
export function frame<Frame, const Kind extends string>(declaration: {
  readonly kind: Kind;
  readonly title: string;
  /** The tables of the fields that it shares with other messages, then its own. */
  readonly fields: readonly ParameterTable[];
  /** What must hold of the fields together. */
  readonly must?: { readonly hold: (frame: Frame) => boolean; readonly error: string };
}): FrameSchema<Frame, Kind> {
  const { kind, title, fields, must } = declaration;
  const makeDefinition = (): FrameDef => ({
    type: 'object',
    shape: Object.assign({}, ...fields),
    catchall: z.unknown(),
    kind,
    title,
    ...(must !== undefined && { checks: [z.refine<Frame>(must.hold, { error: must.error })] }),
  });
  return lazily(FrameObject, makeDefinition, { kind, title }) as unknown as FrameSchema<Frame, Kind>;
}

/** An object within a message. Fields that it does not know stay. */
// @__NO_SIDE_EFFECTS__
export function part<Part>(fields: ParameterTable): z.ZodType<Part> {
  return lazily(z.ZodObject, () => z.looseObject({ ...fields }).def) as unknown as z.ZodType<Part>;
}

/**
 * A field that Twilio always sends, so that its type is there. Other senders, as in tests, leave some out: that must not cost the message,
 * of which it is no part that one could not do without.
 */
// @__NO_SIDE_EFFECTS__
export function always<Field extends z.ZodType>(field: Field): Field {
  return optional(field) as unknown as Field;
}

/** A field of a command that may be left out. What does not fit is refused: Twilio would refuse it too, and count it. */
// @__NO_SIDE_EFFECTS__
export function setting<Field extends z.ZodType>(field: Field): z.ZodOptional<Field> {
  return lazily(z.ZodOptional, () => z.optional(field).def) as z.ZodOptional<Field>;
}

const numberInText: z.ZodType<number> = /* @__PURE__ */ lazyUnion(() => [integer(), jsonNumber()]);

/** A whole number that Twilio writes as text; a number is read as well. */
// @__NO_SIDE_EFFECTS__
export function wholeNumberInText(): z.ZodType<number> {
  return numberInText;
}

const numberOrText: z.ZodType<number> = /* @__PURE__ */ jsonOrText(/* @__PURE__ */ jsonNumber(), /* @__PURE__ */ decimal());

/** A number of JSON; one that was written as text, as some of Twilio's pages and many applications do, is read as well. */
// @__NO_SIDE_EFFECTS__
export function frameNumber(): z.ZodType<number> {
  return numberOrText;
}

/** Texts by name, such as the `<Parameter>`s of a document. */
// @__NO_SIDE_EFFECTS__
export function textsByName(): z.ZodType<Readonly<Record<string, string>>> {
  return lazily(z.ZodRecord, () => z.record(z.string(), z.string()).def) as unknown as z.ZodType<Readonly<Record<string, string>>>;
}
