import type { Route } from '../rest-request.js';
import { activityRoutes } from './activities.js';
import { channelRoutes } from './channels.js';
import { reservationRoutes } from './reservations.js';
import { taskQueueRoutes } from './task-queues.js';
import { taskRoutes } from './tasks.js';
import { workerRoutes } from './workers.js';
import { workflowRoutes } from './workflows.js';
import { workspaceRoutes } from './workspaces.js';

/** TaskRouter, with its assignment of tasks to workers. https://www.twilio.com/docs/taskrouter/api */
export const taskRouterRoutes: readonly Route[] = [
  ...workspaceRoutes,
  ...activityRoutes,
  ...channelRoutes,
  ...workerRoutes,
  ...taskQueueRoutes,
  ...workflowRoutes,
  ...taskRoutes,
  ...reservationRoutes,
];
