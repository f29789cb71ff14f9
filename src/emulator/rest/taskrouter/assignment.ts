import { AssignmentInstruction } from '../../../payloads/taskrouter/replies/assignment-instruction.js';
import { sendWebhook } from '../../wire/wire.js';
import type { World } from '../../world.js';
import { carryOut } from './instructions.js';
import type { Reservation, Workspace } from './types.js';

/**
 * Asks the application what is to happen with a task that is offered to a worker: the fallback where the first URL fails. An answer without
 * a body leaves the offer open. https://www.twilio.com/docs/taskrouter/handle-assignment-callbacks
 */
export async function offer(world: World, workspace: Workspace, reservation: Reservation): Promise<void> {
  const { assignmentCallbackUrl, fallbackAssignmentCallbackUrl } = reservation.task.workflow ?? {};
  for (const url of [assignmentCallbackUrl, fallbackAssignmentCallbackUrl]) {
    if (url === undefined || url === '') continue;
    const text = await ask(world, workspace, reservation, url);
    if (text === undefined) continue;
    if (text.trim() !== '') follow(world, workspace, reservation, text);
    return;
  }
}

/** @returns The body of the answer; `undefined` when the URL failed. */
async function ask(world: World, workspace: Workspace, reservation: Reservation, url: string): Promise<string | undefined> {
  const { task, worker } = reservation;
  const outcome = await sendWebhook(
    {
      kind: 'taskrouter.assignment',
      url,
      method: 'POST',
      parameters: {
        AccountSid: world.settings.accountSid,
        WorkspaceSid: workspace.sid,
        TaskSid: task.sid,
        TaskAge: String(Math.floor((world.clock.now - task.createdAt) / 1000)),
        TaskPriority: String(task.priority),
        TaskAttributes: task.attributes,
        ReservationSid: reservation.sid,
        WorkerSid: worker.sid,
        WorkerName: worker.friendlyName,
        WorkerAttributes: worker.attributes,
        Timestamp: String(Math.floor(world.clock.now / 1000)),
        ...(task.queue && { TaskQueueSid: task.queue.sid }),
        ...(task.workflow && { WorkflowSid: task.workflow.sid }),
      },
      callbackCode: 40001,
    },
    world,
  );
  if ('failure' in outcome || outcome.answer.status < 200 || outcome.answer.status >= 300) return undefined;
  return new TextDecoder().decode(outcome.answer.body);
}

function follow(world: World, workspace: Workspace, reservation: Reservation, text: string): void {
  const instruction = AssignmentInstruction.safeParse(parseJson(text));
  if (instruction.success) carryOut(world, workspace, reservation, instruction.data);
  else {
    const issues = instruction.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    world.report({ twilioCode: 40101, severity: 'error', message: `The answer to an assignment callback is no instruction (${issues}).` });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
