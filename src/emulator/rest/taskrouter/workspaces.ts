import { writeIso } from '../dates.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readChoice, readText, require } from '../rest-request.js';
import { urlOf } from './find-workspace.js';
import { fillWorkspace } from './template.js';
import type { Activity, Workspace } from './types.js';

/** Workspaces: https://www.twilio.com/docs/taskrouter/api/workspace */
export const workspaceRoutes: readonly Route[] = resource<Workspace>({
  host: 'taskrouter',
  path: '/v1/Workspaces',
  key: 'workspaces',
  all: ({ world }) => world.taskRouter.workspaces.values(),
  keep: ({ friendlyName }, request) => fits(request, { FriendlyName: friendlyName }),
  find: ({ world }, sid) => world.taskRouter.workspaces.get(sid),
  describe,
  create: (request) => {
    const workspace = request.world.taskRouter.create(require(request, 'FriendlyName', 20001));
    change(workspace, request);
    if (readChoice(request, 'Template', ['NONE', 'FIFO']) === 'FIFO') fillWorkspace(request.world, workspace);
    return workspace;
  },
  update: change,
  remove: ({ sid }, { world }) => {
    world.taskRouter.workspaces.delete(sid);
  },
});

function change(workspace: Workspace, request: RestRequest): void {
  workspace.queueOrder = readChoice(request, 'PrioritizeQueueOrder', ['FIFO', 'LIFO']) ?? workspace.queueOrder;
  workspace.friendlyName = readText(request, 'FriendlyName') ?? workspace.friendlyName;
  workspace.eventCallbackUrl = readText(request, 'EventCallbackUrl') ?? workspace.eventCallbackUrl;
  workspace.eventsFilter = readText(request, 'EventsFilter') ?? workspace.eventsFilter;
  workspace.isMultiTask = readBoolean(request, 'MultiTaskEnabled') ?? workspace.isMultiTask;
  workspace.defaultActivity = readActivity(workspace, request, 'DefaultActivitySid') ?? workspace.defaultActivity;
  workspace.timeoutActivity = readActivity(workspace, request, 'TimeoutActivitySid') ?? workspace.timeoutActivity;
  workspace.updatedAt = request.world.clock.now;
}

/** An activity that a parameter names. @throws RestError when the workspace has none of that SID. */
export function readActivity({ activities }: Workspace, request: RestRequest, name: string): Activity | undefined {
  const sid = readText(request, name);
  const activity = sid === undefined ? undefined : activities.get(sid);
  if (sid !== undefined && activity === undefined) throw new RestError(20001, `${name} names no activity of the workspace`);
  return activity;
}

function describe(workspace: Workspace, { account }: RestRequest): object {
  const { sid, defaultActivity, timeoutActivity } = workspace;
  return {
    account_sid: account,
    date_created: writeIso(workspace.createdAt),
    date_updated: writeIso(workspace.updatedAt),
    default_activity_name: defaultActivity.friendlyName,
    default_activity_sid: defaultActivity.sid,
    event_callback_url: workspace.eventCallbackUrl ?? null,
    events_filter: workspace.eventsFilter ?? null,
    friendly_name: workspace.friendlyName,
    links: {
      activities: urlOf(workspace, 'Activities'),
      task_queues: urlOf(workspace, 'TaskQueues'),
      tasks: urlOf(workspace, 'Tasks'),
      workers: urlOf(workspace, 'Workers'),
      workflows: urlOf(workspace, 'Workflows'),
    },
    multi_task_enabled: workspace.isMultiTask,
    prioritize_queue_order: workspace.queueOrder,
    sid,
    timeout_activity_name: timeoutActivity.friendlyName,
    timeout_activity_sid: timeoutActivity.sid,
    url: urlOf(workspace),
  };
}
