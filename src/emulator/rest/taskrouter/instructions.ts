import type { CallInstruction, ConferenceInstruction, DequeueInstruction } from '../../../payloads/taskrouter/index.js';
import type { AssignmentInstruction } from '../../../payloads/taskrouter/replies/assignment-instruction.js';
import type { TwimlNode } from '../../../twiml/node.js';
import { createCall } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import type { Document } from '../../documents/document.js';
import type { World } from '../../world.js';
import { asObject, parse } from './json.js';
import { accept, complete, moveWorker, reject } from './progress.js';
import type { Reservation, Workspace } from './types.js';

/** Does what the application wants done with a task that is offered to a worker: https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks */
export function carryOut(world: World, workspace: Workspace, reservation: Reservation, instruction: AssignmentInstruction): void {
  if (reservation.status !== 'pending') return;
  const team = { world, workspace, reservation };
  if (instruction.instruction === 'accept') accept(world, workspace, reservation);
  else if (instruction.instruction === 'reject') refuse(team, instruction.activity_sid);
  else if (instruction.instruction === 'redirect') {
    redirect(team, instruction.call_sid, instruction.url);
    if (instruction.accept === true) accept(world, workspace, reservation);
  } else if (instruction.instruction === 'call') callWorker(team, instruction);
  else if (instruction.instruction === 'dequeue') dequeue(team, instruction);
  else confer(team, instruction);
}

/** Who is concerned. */
interface Team {
  readonly world: World;
  readonly workspace: Workspace;
  readonly reservation: Reservation;
}

/** Where the worker is called, and from where. */
interface Ends {
  readonly to: string;
  readonly from: string;
}

/** The worker does not take the task, and may do something else from then on. */
function refuse(team: Team, activitySid?: string): void {
  if (activitySid !== undefined) moveTo(team, activitySid);
  reject(team.world, team.workspace, team.reservation);
}

function findEnds(
  { world, reservation }: Team,
  { to, from }: { readonly to?: string | undefined; readonly from?: string | undefined },
): Ends | undefined {
  const contact = asObject(parse(reservation.worker.attributes)).contact_uri;
  const target = to ?? (typeof contact === 'string' ? contact : undefined);
  const caller = from ?? reservation.task.member?.leg.to;
  if (target !== undefined && caller !== undefined) return { to: target, from: caller };
  const what = target === undefined ? 'the worker has no contact_uri, and the instruction no "to"' : 'the instruction has no "from"';
  world.report({ twilioCode: 40138, severity: 'warning', message: `A worker cannot be called: ${what}.` });
  return undefined;
}

function callWorker(team: Team, { to, from, url, accept: isAccepted, timeout }: CallInstruction): void {
  const { world, workspace, reservation } = team;
  const ends = findEnds(team, { to, from });
  if (ends === undefined) {
    refuse(team);
    return;
  }
  createCall(world, { ...ends, start: { url, method: 'POST' }, ...(timeout !== undefined && { timeoutMs: timeout * 1000 }) });
  if (isAccepted === true) accept(world, workspace, reservation);
}

/** Calls the worker, and joins them with the caller who waits once they answer. */
function dequeue(team: Team, instruction: DequeueInstruction): void {
  const { world, reservation } = team;
  const { member } = reservation.task;
  if (member === undefined) {
    world.report({ twilioCode: 40140, severity: 'error', message: 'Only a task that <Enqueue> made can be dequeued.' });
    refuse(team);
    return;
  }
  const waiting: TwimlNode = { tag: 'Pause', attributes: { length: '14400' }, children: [] };
  callTo(team, instruction, makeDocument(waiting), (leg) => {
    member.take({ by: 'agent', agent: leg, whisper: undefined });
    void member.leg.until(() => member.leg.isOver).then(() => leg.end());
  });
}

/** Calls the worker into a conference, where the caller who waits is sent as well. */
function confer(team: Team, instruction: ConferenceInstruction): void {
  const { task } = team.reservation;
  const name = instruction.room_name ?? instruction.conference_friendly_name ?? task.sid;
  callTo(team, instruction, conferenceDocument(name, instruction.end_conference_on_exit ?? false), () => {
    task.member?.take({ by: 'rest', next: conferenceDocument(name, instruction.end_conference_on_customer_exit ?? true) });
  });
}

/** Calls the worker. Where they answer, the task is theirs until the call ends; else somebody else is to have it. */
function callTo(team: Team, instruction: DequeueInstruction | ConferenceInstruction, start: Document, answered: (leg: Leg) => void): void {
  const { world, workspace, reservation } = team;
  const ends = findEnds(team, instruction);
  if (ends === undefined) {
    refuse(team);
    return;
  }
  const { timeout, post_work_activity_sid: afterwards } = instruction;
  const leg = createCall(world, { ...ends, start, ...(timeout !== undefined && { timeoutMs: timeout * 1000 }) });
  void leg
    .until(() => leg.isAnswered)
    .then(() => {
      if (!leg.isAnswered || leg.isOver) {
        refuse(team);
        return;
      }
      accept(world, workspace, reservation);
      answered(leg);
      void leg.until(() => leg.isOver).then(() => finish(team, afterwards));
    });
}

function conferenceDocument(name: string, endsOnExit: boolean): Document {
  const conference: TwimlNode = {
    tag: 'Conference',
    attributes: { endConferenceOnExit: String(endsOnExit), beep: 'false' },
    children: [name],
  };
  return makeDocument({ tag: 'Dial', attributes: {}, children: [conference] });
}

function makeDocument(verb: TwimlNode): Document {
  return { root: { tag: 'Response', attributes: {}, children: [verb] }, url: undefined, method: 'POST', event: 0 };
}

/** Sends a call to other TwiML: out of the queue, where it waits in one. */
function redirect({ world, reservation }: Team, callSid: string, url: string): void {
  const { member } = reservation.task;
  const next = { kind: 'voice.redirect', url, method: 'POST' } as const;
  if (member?.leg.sid === callSid) member.take({ by: 'rest', next });
  else world.legs.get(callSid)?.update(next);
}

/** The talk is over: so is the task, and the worker does what they do afterwards. */
function finish(team: Team, activitySid: string | undefined): void {
  const { world, workspace, reservation } = team;
  if (activitySid !== undefined) moveTo(team, activitySid);
  complete(world, workspace, reservation.task);
}

function moveTo({ world, workspace, reservation }: Team, activitySid: string): void {
  const activity = workspace.activities.get(activitySid);
  if (activity !== undefined) moveWorker(world, workspace, reservation.worker, activity);
}
