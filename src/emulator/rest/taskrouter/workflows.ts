import type { World } from '../../world.js';
import { writeIso } from '../dates.js';
import { type Fields, readFields } from '../fields.js';
import { beginResource, fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readWithin, require } from '../rest-request.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import { parse } from './json.js';
import type { Workflow } from './types.js';

const FIELDS: Fields = {
  FriendlyName: 'text',
  Configuration: 'text',
  AssignmentCallbackUrl: 'url',
  FallbackAssignmentCallbackUrl: 'url',
  TaskReservationTimeout: 'whole',
};

/** Which tasks go where: https://www.twilio.com/docs/taskrouter/api/workflow */
export const workflowRoutes: readonly Route[] = resource<Workflow>({
  host: 'taskrouter',
  path: '/v1/Workspaces/:workspace/Workflows',
  key: 'workflows',
  all: (request) => findWorkspace(request).workflows.values(),
  keep: ({ friendlyName }, request) => fits(request, { FriendlyName: friendlyName }),
  find: (request, sid) => findWorkspace(request).workflows.get(sid),
  describe,
  create,
  update: change,
  remove: ({ sid }, request) => {
    findWorkspace(request).workflows.delete(sid);
  },
});

function create(request: RestRequest): Workflow {
  const workflow = makeWorkflow(request.world, require(request, 'FriendlyName', 20001), require(request, 'Configuration', 20001));
  change(workflow, request);
  findWorkspace(request).workflows.set(workflow.sid, workflow);
  return workflow;
}

export function makeWorkflow(world: World, friendlyName: string, configuration: string): Workflow {
  return {
    ...beginResource(world, 'WW', friendlyName),
    configuration,
    assignmentCallbackUrl: undefined,
    fallbackAssignmentCallbackUrl: undefined,
    taskReservationTimeout: 120,
  };
}

function change(workflow: Workflow, request: RestRequest): void {
  const fields = readFields(request, FIELDS);
  readWithin(request, 'TaskReservationTimeout', [1, 86_400]);
  if (typeof fields.configuration === 'string' && parse(fields.configuration) === undefined)
    throw new RestError(20001, 'Configuration is a JSON object');
  Object.assign(workflow, fields, { updatedAt: request.world.clock.now });
}

function describe(workflow: Workflow, request: RestRequest): object {
  const workspace = findWorkspace(request);
  return {
    account_sid: request.account,
    assignment_callback_url: workflow.assignmentCallbackUrl ?? null,
    configuration: workflow.configuration,
    date_created: writeIso(workflow.createdAt),
    date_updated: writeIso(workflow.updatedAt),
    document_content_type: 'application/json',
    fallback_assignment_callback_url: workflow.fallbackAssignmentCallbackUrl ?? null,
    friendly_name: workflow.friendlyName,
    links: { workspace: urlOf(workspace) },
    sid: workflow.sid,
    task_reservation_timeout: workflow.taskReservationTimeout,
    url: urlOf(workspace, 'Workflows', workflow.sid),
    workspace_sid: workspace.sid,
  };
}
