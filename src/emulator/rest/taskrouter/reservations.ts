import { AssignmentInstruction } from '../../../payloads/taskrouter/replies/assignment-instruction.js';
import { writeIso } from '../dates.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, readWhole } from '../rest-request.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import { carryOut } from './instructions.js';
import { accept, complete, moveWorker, reject, settle } from './progress.js';
import type { Reservation } from './types.js';
import { readActivity } from './workspaces.js';

/** Offers, by their tasks and by their workers: https://www.twilio.com/docs/taskrouter/api/reservations */
export const reservationRoutes: readonly Route[] = (['Tasks', 'Workers'] as const).flatMap((parent) =>
  resource<Reservation>({
    host: 'taskrouter',
    path: `/v1/Workspaces/:workspace/${parent}/:parent/Reservations`,
    key: 'reservations',
    all: (request) => list(request, parent),
    keep: ({ status, worker }, request) => fits(request, { ReservationStatus: status, WorkerSid: worker.sid }),
    find: (request, sid) => list(request, parent).find((reservation) => reservation.sid === sid),
    describe: (reservation, request) => describe(reservation, parent, request),
    update,
  }),
);

function list(request: RestRequest, parent: 'Tasks' | 'Workers'): readonly Reservation[] {
  const all = [...findWorkspace(request).reservations.values()];
  return all.filter(({ task, worker }) => (parent === 'Tasks' ? task : worker).sid === request.names.parent);
}

function update(reservation: Reservation, request: RestRequest): void {
  const { world } = request;
  const workspace = findWorkspace(request);
  const instruction = readText(request, 'Instruction');
  if (instruction !== undefined) {
    carryOut(world, workspace, reservation, readInstruction(request, instruction));
    return;
  }
  const status = readText(request, 'ReservationStatus');
  const isPending = reservation.status === 'pending';
  if ((status === 'accepted' || status === 'rejected') && !isPending)
    throw new RestError(20001, `A reservation that is ${reservation.status} cannot be ${status}`);
  if (status === 'accepted') accept(world, workspace, reservation);
  else if (status === 'rejected') {
    const activity = readActivity(workspace, request, 'WorkerActivitySid');
    if (activity !== undefined) moveWorker(world, workspace, reservation.worker, activity);
    reject(world, workspace, reservation);
  } else if (status === 'wrapping') {
    settle(world, workspace, reservation, 'wrapping');
    reservation.task.status = 'wrapping';
  } else if (status === 'completed') complete(world, workspace, reservation.task);
  else throw new RestError(20001, 'ReservationStatus is accepted, rejected, wrapping or completed');
}

/** The parameters of the REST API by the names that the answer to a callback has. */
function readInstruction(request: RestRequest, instruction: string): AssignmentInstruction {
  const texts: Readonly<Record<string, readonly string[]>> = {
    to: ['DequeueTo', 'CallTo', 'To'],
    from: ['DequeueFrom', 'CallFrom', 'From'],
    url: ['CallUrl', 'RedirectUrl'],
    call_sid: ['RedirectCallSid'],
    post_work_activity_sid: ['DequeuePostWorkActivitySid', 'PostWorkActivitySid'],
  };
  const read = Object.entries(texts).map(([key, names]) => [key, names.map((name) => readText(request, name)).find(Boolean)] as const);
  const timeout = ['DequeueTimeout', 'CallTimeout', 'Timeout'].map((name) => readWhole(request, name)).find(Boolean);
  const isAccepted = ['CallAccept', 'RedirectAccept'].map((name) => readBoolean(request, name)).find((value) => value !== undefined);
  const parsed = AssignmentInstruction.safeParse({
    instruction: instruction.toLowerCase(),
    ...Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    ...(timeout !== undefined && { timeout }),
    ...(isAccepted !== undefined && { accept: isAccepted }),
  });
  if (parsed.success) return parsed.data;
  throw new RestError(20001, `Instruction: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}

function describe(reservation: Reservation, parent: string, request: RestRequest): object {
  const workspace = findWorkspace(request);
  const { sid, task, worker } = reservation;
  return {
    account_sid: request.account,
    date_created: writeIso(reservation.createdAt),
    date_updated: writeIso(reservation.updatedAt),
    links: { task: urlOf(workspace, 'Tasks', task.sid), worker: urlOf(workspace, 'Workers', worker.sid), workspace: urlOf(workspace) },
    reservation_status: reservation.status,
    sid,
    task_sid: task.sid,
    url: urlOf(workspace, parent, request.names.parent ?? '', 'Reservations', sid),
    worker_name: worker.friendlyName,
    worker_sid: worker.sid,
    workspace_sid: workspace.sid,
  };
}
