import type { Call } from '../call.js';
import { placeIncomingCall } from '../calls/incoming-call.js';
import { turn } from '../clock/turn.js';
import { readDuration } from '../duration.js';
import { EmulatorError } from '../emulator-error.js';
import type { NumberSettings } from '../numbers.js';
import type { World } from '../world.js';
import type { WorldKeeper } from '../world-keeper.js';
import { decodeBase64 } from './base64.js';
import type { Command, CommandResult } from './protocol.js';
import { replay } from './replay.js';
import type { Surroundings } from './surroundings.js';

/** How much time passes at most until nothing is due. */
const LONGEST_IDLE_MS = 86_400_000;

type Named<Name extends Command['do']> = Extract<Command, { readonly do: Name }>;

type OnCall = Exclude<Extract<Command, { readonly callSid: string }>, Named<'stream'>>;

/** Does what somebody at the console wants. @throws Error that says why it cannot be. */
export async function doCommand(command: Command, keeper: WorldKeeper, surroundings: Surroundings): Promise<CommandResult> {
  const { world } = keeper;
  switch (command.do) {
    case 'text':
      return writeText(world, command);
    case 'call':
      return placeCall(world, command);
    case 'replay':
      return { seq: replay(world, command) };
    case 'stream':
      stream(world, command);
      return {};
    case 'read':
      await findMessage(world, command.messageSid).read();
      return {};
    case 'phone':
      setPhone(world, command, surroundings);
      break;
    case 'number':
      setNumber(world, command);
      break;
    case 'faults':
      world.settings.faults = withoutNote(command.faults);
      break;
    case 'reset':
      keeper.reset();
      return {};
    case 'pause':
    case 'resume':
    case 'idle':
    case 'advance':
      await steer(world, command);
      keeper.tell({ type: 'state', what: 'clock' });
      return {};
    default:
      await actOnCall(world, command);
      return {};
  }
  keeper.tell({ type: 'state', what: 'settings' });
  return {};
}

function withoutNote({ isDecidedByCode: _, ...faults }: Named<'faults'>['faults']): World['settings']['faults'] {
  return faults;
}

function writeText(world: World, { from, to, body, media = [], ...more }: Named<'text'>): CommandResult {
  const { buttonText, buttonPayload, listId, listTitle, parameters } = more;
  const files = media.map(({ contentType, base64 }) => ({ contentType, content: decodeBase64(base64) }));
  const options = { buttonText, buttonPayload, listId, listTitle, parameters, media: files };
  return { messageSid: world.phone(from).send(to, body, options).sid };
}

function placeCall(world: World, { from, to, displayName, sipHeaders, parameters }: Named<'call'>): CommandResult {
  const phone = world.phone(from);
  const { is } = phone.person;
  if (is === 'busy' || is === 'off') throw new EmulatorError('EMULATOR_BUSY_LINE', `${from} is ${is}, and cannot call.`);
  return { callSid: placeIncomingCall(world, { from, to, phone, displayName, sipHeaders, parameters }).sid };
}

/** Begins to do it, and does not wait for its end: what somebody says takes its time. */
async function actOnCall(world: World, command: OnCall): Promise<void> {
  const act = begin(findCall(world, command.callSid), command);
  await Promise.race([act, turn()]);
  act.catch(() => undefined);
}

/** It is sent many times a second, and nothing waits for it. What comes after the end of the call is nobody's mistake. */
function stream(world: World, { callSid, base64 }: Named<'stream'>): void {
  const bytes = decodeBase64(base64);
  findCall(world, callSid);
  world.legs.get(callSid)?.line.stream(bytes);
}

function begin(call: Call, command: OnCall): Promise<void> {
  switch (command.do) {
    case 'answer':
      return call.answer();
    case 'decline':
      return call.decline();
    case 'ignore':
      return call.ignore();
    case 'hang-up':
      return call.hangUp();
    case 'press':
      return call.press(command.keys, { atOnce: true });
    case 'say':
    case 'interrupt':
      return call[command.do](command.text, { confidence: command.confidence, partials: command.partials });
    case 'play':
      return call.play(decodeBase64(command.base64));
  }
}

async function steer({ clock }: World, command: Named<'pause' | 'resume' | 'idle' | 'reset'> | Named<'advance'>): Promise<void> {
  if (command.do === 'pause') clock.pause();
  else if (command.do === 'resume') clock.resume();
  else if (command.do === 'idle') await untilIdle(clock);
  else if (command.do === 'advance') await clock.advance(readDuration(command.by as `${number}s`));
}

/** A menu that begins again and again never comes to an end: after a day of the clock it is paused. */
async function untilIdle(clock: World['clock']): Promise<void> {
  const limit = clock.after(LONGEST_IDLE_MS, () => clock.pause(), 'limit');
  await clock.idle();
  limit.cancel();
}

function setPhone(world: World, { address, name, is, answersAfter, delivery }: Named<'phone'>, { names }: Surroundings): void {
  const phone = world.phone(address);
  const given = { ...(is !== undefined && { is }), ...(answersAfter !== undefined && { answersAfter: answersAfter as false | number }) };
  phone.person = { ...phone.person, ...given };
  if (delivery !== undefined) phone.delivery = delivery;
  if (name !== undefined) names.set(address, name);
}

function setNumber({ directory }: World, { address, settings }: Named<'number'>): void {
  const known: Record<string, unknown> = { ...directory.numbers.get(address) };
  for (const [name, value] of Object.entries(settings)) {
    if (value === null) delete known[name];
    else if (value !== undefined) known[name] = value;
  }
  directory.numbers.set(address, known as NumberSettings);
}

function findCall(world: World, sid: string): Call {
  const call = world.legs.get(sid)?.phone?.calls.find((one) => one.sid === sid);
  if (call === undefined) throw new TypeError(`There is no call ${sid} that a telephone has a part in`);
  return call;
}

function findMessage(world: World, sid: string) {
  const message = world.messaging.find(sid);
  if (message === undefined) throw new TypeError(`There is no message ${sid}`);
  return message;
}
