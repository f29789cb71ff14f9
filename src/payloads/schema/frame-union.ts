import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { FrameSchema } from './frame.js';
import { lazily } from './lazily.js';
import { type FrameInput, readFrame } from './read-frame.js';

/**
 * All messages that go one way on a socket. Reading never fails: a message that is not known, or does not fit, is handed over as it is
 * under `frame`, with `undefined` for its name.
 */
export interface FrameUnion<Members extends readonly z.ZodType[], Unknown>
  extends z.ZodType<z.output<Members[number]> | Unknown, FrameInput> {
  /** What the messages are, in a few words. */
  readonly title: string;
  /** The field that names a message. */
  readonly by: string;
  /** The schemas of the messages. */
  readonly members: Members;
}

type Member = FrameSchema<unknown>;
type Loose = Readonly<Record<string, unknown>>;

/** The definition of {@link UnionObject}; it is what survives `refine`, `meta` and `describe`. */
interface FrameUnionDef extends z.core.$ZodUnionDef {
  readonly title: string;
  readonly by: string;
  readonly members: readonly Member[];
}

// The compiler takes an assertion function only by a name of declared type.
const BaseUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = z.ZodUnion;

const UnionObject: z.core.$constructor<z.ZodUnion, FrameUnionDef> = /* @__PURE__ */ $constructor('FrameUnion', (inst, def) => {
  BaseUnion.init(inst, def);
  const { title, by, members } = def;
  Object.assign(inst, { title, by, members });
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === 'backward') return writeBack(payload, ctx, def);
    const frame = readFrame(payload.value);
    const result = findMember(def, frame)?._zod.run({ value: frame, issues: [] }, ctx) as z.core.ParsePayload | undefined;
    payload.value = result?.issues.length === 0 ? result.value : { [by]: undefined, frame };
    return payload;
  };
});

/** Hands over what a message was read from. A message of a name that is not known is refused: written, it would be nothing at all. */
function writeBack(
  payload: z.core.ParsePayload,
  ctx: z.core.ParseContextInternal,
  def: FrameUnionDef,
): z.util.MaybeAsync<z.core.ParsePayload> {
  const { value } = payload;
  const member = findMember(def, value);
  if (member !== undefined) return member._zod.run(payload, ctx);
  if (isRaw(value, def.by)) return { value: value.frame, issues: [] };
  payload.issues.push({ code: 'custom', input: value, message: describeStranger(def) });
  return payload;
}

/** Whether this is what stands for a message that is not known: no name, and what came under `frame`. */
function isRaw(value: unknown, by: string): value is { readonly frame: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'frame') && (value as Loose)[by] === undefined;
}

function describeStranger({ title, by }: Pick<FrameUnionDef, 'title' | 'by'>): string {
  return `There is no such message among ${title}: its ${by} names none. Put what is to go out as it is under frame`;
}

/** The schema of the messages that have the name of this one. */
function findMember({ by, members }: Pick<FrameUnionDef, 'by' | 'members'>, frame: unknown): Member | undefined {
  if (typeof frame !== 'object' || frame === null || !Object.hasOwn(frame, by)) return undefined;
  const name = (frame as Loose)[by];
  return members.find(({ shape }) => shape[by]?._zod.values?.has(name as z.util.Primitive));
}

/**
 * Declares all messages that go one way on a socket.
 *
 * @param by - The field that names a message.
 */
// @__NO_SIDE_EFFECTS__
export function frameUnion<const Members extends readonly z.ZodType[], Unknown>(declaration: {
  readonly title: string;
  readonly by: string;
  readonly members: Members;
}): FrameUnion<Members, Unknown> {
  const { title, by, members } = declaration;
  const makeDefinition = (): FrameUnionDef => ({ type: 'union', options: members, title, by, members: members as never });
  return lazily(UnionObject, makeDefinition, { title, by, members }) as unknown as FrameUnion<Members, Unknown>;
}

/** A message that goes out as it is: what reading one that is not known gave, or one that Twilio has added since. */
export type RawFrame<By extends string> = { readonly [Name in By]?: undefined } & { readonly frame: unknown };

/**
 * Writes a command as the text that a socket sends.
 *
 * @throws TypeError when it is no command, or does not fit: Twilio would answer with an error, and end the session after some.
 */
export function writeCommand(
  commands: Pick<FrameUnion<readonly z.ZodType[], unknown>, 'title' | 'by' | 'members'>,
  command: object,
): string {
  const { title, by, members } = commands;
  const member = findMember({ by, members: members as readonly Member[] }, command);
  if (member === undefined && isRaw(command, by)) return writeRaw(command.frame);
  if (member === undefined) throw new TypeError(describeStranger({ title, by }));
  const checked = member.safeParse(command);
  if (checked.success) return JSON.stringify(command);
  const faults = checked.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  throw new TypeError(`This is no command ${member.kind}. ${faults.join('; ')}`);
}

/** Text that is no JSON was read as itself, and goes out so. */
function writeRaw(frame: unknown): string {
  if (typeof frame === 'string') return frame;
  const text = toJson(frame);
  if (text === undefined)
    throw new TypeError('frame must be text, or a value that JSON has, of no more levels than it can be written with');
  return text;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
