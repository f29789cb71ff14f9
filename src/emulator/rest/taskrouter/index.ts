import type { Route } from '../rest-request.js';
import { activityRoutes } from './activities.js';
import { reservationRoutes } from './reservations.js';
import { taskQueueRoutes } from './task-queues.js';
import { taskRoutes } from './tasks.js';
import { workerRoutes } from './workers.js';
import { workflowRoutes } from './workflows.js';
import { workspaceRoutes } from './workspaces.js';

/** TaskRouter, with a simple assignment: each worker has one task at a time. https://www.twilio.com/docs/taskrouter/api */
export const taskRouterRoutes: readonly Route[] = [
  ...workspaceRoutes,
  ...activityRoutes,
  ...workerRoutes,
  ...taskQueueRoutes,
  ...workflowRoutes,
  ...taskRoutes,
  ...reservationRoutes,
];
