import { sendCallback } from '../../wire/callbacks.js';
import type { Webhook } from '../../wire/webhook.js';
import type { World } from '../../world.js';
import type { Reservation, Task, Worker, Workspace } from './types.js';

/** What an event is about. */
export interface Subjects {
  readonly task?: Task | undefined;
  readonly worker?: Worker | undefined;
  readonly reservation?: Reservation | undefined;
}

const KINDS: Readonly<Record<string, Webhook['kind']>> = {
  task: 'taskrouter.event.task',
  reservation: 'taskrouter.event.reservation',
  worker: 'taskrouter.event.worker-activity',
  workflow: 'taskrouter.event.workflow-task',
  'task-queue': 'taskrouter.event.task-queue-task',
};

/** Tells the application what happens in a workspace, where it wants to know: https://www.twilio.com/docs/taskrouter/api/event */
export function tellEvent(world: World, workspace: Workspace, eventType: string, subjects: Subjects): void {
  const { eventCallbackUrl: url, eventsFilter } = workspace;
  const wanted = eventsFilter?.split(',').map((name) => name.trim()) ?? [];
  if (url === undefined || url === '' || (wanted.length > 0 && !wanted.includes(eventType))) return;
  const [resource = ''] = eventType.split('.');
  const kind = KINDS[resource];
  if (kind === undefined) return;
  const { task, worker, reservation } = subjects;
  const { now } = world.clock;
  sendCallback(
    {
      kind,
      url,
      method: 'POST',
      parameters: {
        AccountSid: world.settings.accountSid,
        EventType: eventType,
        WorkspaceSid: workspace.sid,
        WorkspaceName: workspace.friendlyName,
        Sid: world.chance.sid('EV'),
        ResourceType: resource,
        ResourceSid: (reservation ?? task ?? worker)?.sid ?? workspace.sid,
        Timestamp: String(Math.floor(now / 1000)),
        TimestampMs: String(now),
        ...(task && taskParameters(task, now)),
        ...(worker && workerParameters(worker)),
        ...(reservation && { ReservationSid: reservation.sid }),
      },
    },
    world,
  );
}

function taskParameters(task: Task, now: number): Record<string, string> {
  const { queue, workflow } = task;
  return {
    TaskSid: task.sid,
    TaskAttributes: task.attributes,
    TaskAge: String(Math.floor((now - task.createdAt) / 1000)),
    TaskPriority: String(task.priority),
    TaskAssignmentStatus: task.status,
    TaskChannelUniqueName: task.channel,
    ...(queue && { TaskQueueSid: queue.sid, TaskQueueName: queue.friendlyName }),
    ...(workflow && { WorkflowSid: workflow.sid, WorkflowName: workflow.friendlyName }),
    ...(task.status === 'canceled' && task.reason !== undefined && { TaskCanceledReason: task.reason }),
    ...(task.status === 'completed' && task.reason !== undefined && { TaskCompletedReason: task.reason }),
  };
}

function workerParameters(worker: Worker): Record<string, string> {
  return {
    WorkerSid: worker.sid,
    WorkerName: worker.friendlyName,
    WorkerAttributes: worker.attributes,
    WorkerActivitySid: worker.activity.sid,
    WorkerActivityName: worker.activity.friendlyName,
  };
}
