import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { FormParameters } from '../../request/forms.js';
import { noteMisfits } from './drift.js';
import { noteDropped, writeDropped } from './dropped.js';
import { misfits } from './fields.js';
import type { Declaration } from './form.js';
import { isMistaken, readInput, restoreTexts } from './input.js';
import { lazily } from './lazily.js';
import type { Gatherer } from './lists.js';
import { makeReader, type Reader, whenRead } from './reader.js';
import { listFilledIn, noteFilledIn, type StandIns, useStandIns } from './stand-ins.js';

/** What a webhook wants to be answered with. */
export type Expectation = 'voice-twiml' | 'messaging-twiml' | 'fax-twiml' | 'json' | 'status' | 'nothing';

/** What tells a kind of webhook apart: all that is named here holds. */
export interface Sign {
  /** Parameters that are there, the most telling one first. */
  readonly has?: readonly string[];
  /** Parameters that are not. */
  readonly lacks?: readonly string[];
  /** Parameters that have this value, or one of these. */
  readonly is?: Readonly<Record<string, string | readonly string[]>>;
  /** Parameters that begin with this text, or one of these. */
  readonly starts?: Readonly<Record<string, string | readonly string[]>>;
  /** Parameters that have this value, or one of these, if they are there. */
  readonly mayBe?: Readonly<Record<string, string | readonly string[]>>;
  /** Parameters that have none of these values; they may be absent. */
  readonly isNot?: Readonly<Record<string, string | readonly string[]>>;
  /** Set where it counts only when no sign without this one fits: what else belongs to a family, or looks like a kind. */
  readonly otherwise?: true;
  /** Set where no parameter besides those named by this sign may be there. */
  readonly alone?: true;
}

/** What is known of a kind of webhook besides its parameters. */
export interface Description {
  /** The kind's id, such as `messaging.incoming`. */
  readonly kind: string;
  /** What happened, in a few words. */
  readonly title: string;
  /** What Twilio expects as the answer; a list where several are right. */
  readonly expects: Expectation | readonly Expectation[];
  /** The id of the kind that this is a special case of. */
  readonly parent?: string;
  /** The schema of the answer, where it is JSON. */
  readonly reply?: z.ZodType;
  /** How long a handler may take, in milliseconds: one second less than Twilio waits. */
  readonly deadlineMs: number;
  /** Whether the parameters alone tell this kind apart. */
  readonly identifiable: boolean;
  /** How Twilio may send it. */
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[];
  /** Set where Twilio signs nothing. */
  readonly unsigned?: true;
  /** Who signs it, where that is not Twilio with an account's auth token but SendGrid with a key of its own. */
  readonly signedBy?: 'sendgrid';
  /** What tells this kind apart, any of these. */
  readonly signs: readonly Sign[];
  /** What its parameters come as. */
  readonly wire: 'form' | 'json';
}

/** The schema of a webhook's parameters: a zod schema that takes them in any shape, and knows what kind it is of. */
export interface PayloadSchema<
  Payload,
  Kind extends string = string,
  Expects extends Description['expects'] = Description['expects'],
  Reply = unknown,
> extends z.ZodType<Payload, FormParameters>,
    Omit<Description, 'reply' | 'signs' | 'unsigned' | 'wire'> {
  readonly kind: Kind;
  readonly expects: Expects;
  /** The schema of the answer, where it is JSON. */
  readonly reply?: z.ZodType<Reply>;
  /** The schema of each parameter, for reading. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** Adds parameters of your own, or replaces some. */
  extend<More extends Readonly<Record<string, z.ZodType>>>(
    more: More,
  ): PayloadSchema<Omit<Payload, keyof More> & z.output<z.ZodObject<More>>, Kind, Expects, Reply>;
}

/** The schema of a webhook that Twilio does not sign. It reads, but no handler may trust it. */
export interface UnsignedPayloadSchema<Payload, Kind extends string, Expects extends Description['expects']>
  extends PayloadSchema<Payload, Kind, Expects> {
  readonly unsigned: true;
}

/** The definition of {@link PayloadObject}; it is what survives `refine`, `meta`, `describe` and `extend`. */
export interface PayloadDef extends z.core.$ZodObjectDef {
  readonly description: Description;
  readonly gatherers: readonly Gatherer[];
  readonly standIns: StandIns;
  readonly wire: 'form' | 'json';
}

export type PayloadObject = z.ZodObject & Description;
type Loose = Record<string, unknown>;

// The compiler takes an assertion function only by a name of declared type.
const BaseObject: z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef> = z.ZodObject;

/**
 * The class behind every payload schema. It takes the input in any of its shapes, has the known parameters read, gathers what Twilio spreads
 * over numbered parameters, and keeps what it does not know. zod's loose object would do the last, but then what was gathered would have to be
 * deleted again, which makes the object slow for ever.
 */
export const PayloadObject: z.core.$constructor<PayloadObject, PayloadDef> = /* @__PURE__ */ $constructor('PayloadObject', (inst, def) => {
  BaseObject.init(inst, def);
  Object.assign(inst, def.description);
  const write = inst._zod.parse;
  let read: Reader | undefined;
  const known = new Set(Object.keys(def.shape));
  const fillable = listFillable(def);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === 'backward') {
      const given = payload.value;
      if (typeof given !== 'object' || given === null) return write(payload, ctx);
      const flat = scatter(given as Loose, def.gatherers);
      const invented = listFilledIn(given, flat);
      payload.value = flat;
      return whenRead(write(payload, ctx), (result) => {
        if (result.issues.length > 0) return result;
        const written = keepUnknown(result.value as Loose, flat, def.shape, invented);
        writeDropped(written, given, flat);
        result.value = written;
        return result;
      });
    }
    // Text says itself what it is: some senders let one choose, and no form begins with a brace.
    const input = readInput(payload.value, 'unknown') as Loose;
    const given = def.wire === 'form' && typeof input === 'object' && input !== null ? restoreTexts(input, known) : input;
    const parameters = typeof given === 'object' && given !== null ? useStandIns(given, def.standIns) : given;
    payload.value = parameters;
    const { count: misfitsBefore, dropped: droppedBefore } = misfits;
    const strangers: Loose = {};
    read ??= makeReader(def, write);
    return whenRead(read(payload, ctx, strangers), (result) => {
      if (result.issues.length > 0) {
        // One thing is wrong then, and not every parameter that is missing.
        if (isMistaken(input))
          result.issues = [{ code: 'custom', input, message: 'expected the body, not a promise or the whole request' }];
        return result;
      }
      gather(result.value as Loose, strangers, def.gatherers);
      noteFilledIn(result.value as Loose, given, fillable);
      if (misfits.count !== misfitsBefore) noteMisfits(result.value as Loose, parameters, def.shape);
      if (misfits.dropped !== droppedBefore) noteDropped(result.value as Loose, given, def.shape);
      return result;
    });
  };
});

/** Puts the parameters that the schema does not know where they belong: in a list, or as they are beside the known ones. */
function gather(read: Loose, strangers: Loose, gatherers: readonly Gatherer[]): void {
  for (const { name, gather } of gatherers) read[name] = gather(strangers, read);
  for (const name of Object.keys(strangers)) {
    if (!gatherers.some((gatherer) => gatherer.name === name || gatherer.owns(name, read[gatherer.name]))) read[name] = strangers[name];
  }
}

/** Turns lists back into parameters. */
function scatter(payload: Loose, gatherers: readonly Gatherer[]): Loose {
  const flat: Loose = { ...payload };
  for (const { name, scatter } of gatherers) {
    const gathered = flat[name];
    delete flat[name];
    if (gathered !== undefined) Object.assign(flat, scatter(gathered));
  }
  return flat;
}

/** Adds what the schema does not know to what it wrote, and leaves out what is absent and what reading invented. */
function keepUnknown(written: Loose, flat: Loose, shape: object, invented: readonly string[]): Loose {
  const all = Object.entries(written).concat(Object.entries(flat).filter(([name]) => !Object.hasOwn(shape, name)));
  return Object.fromEntries(all.filter(([name, value]) => value !== undefined && !invented.includes(name)));
}

/** The parameters that a payload can have without having got them: those with a stand-in, and those with a default. */
function listFillable({ standIns, shape }: PayloadDef): readonly string[] {
  const withDefault = Object.keys(shape).filter((name) => (shape[name] as z.ZodType)._zod.def.type === 'default');
  return [...new Set([...Object.keys(standIns), ...withDefault])];
}

/**
 * Makes a schema from what its file declares.
 *
 * @param Schema - The class of the schema, for a family whose payloads come in an envelope of its own.
 */
// @__NO_SIDE_EFFECTS__
export function makeSchema<Payload, Kind extends string, Expects extends Description['expects'], Reply>(
  { parameters, lists = [], standIns = {}, ...declared }: Declaration<Kind, Expects, Reply>,
  wire: 'form' | 'json',
  Schema: typeof PayloadObject = PayloadObject,
): PayloadSchema<Payload, Kind, Expects, Reply> {
  const description: Description = { deadlineMs: 14_000, identifiable: true, methods: ['POST', 'GET'], wire, ...declared };
  const makeDefinition = (): PayloadDef => ({
    type: 'object',
    shape: Object.assign({}, ...parameters),
    description,
    gatherers: lists,
    standIns,
    wire,
  });
  return lazily(Schema, makeDefinition, description) as unknown as PayloadSchema<Payload, Kind, Expects, Reply>;
}
