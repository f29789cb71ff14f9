import { writeIso } from '../dates.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, require } from '../rest-request.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import type { Activity } from './types.js';

/** What workers can be doing: https://www.twilio.com/docs/taskrouter/api/activity */
export const activityRoutes: readonly Route[] = resource<Activity>({
  host: 'taskrouter',
  path: '/v1/Workspaces/:workspace/Activities',
  key: 'activities',
  all: (request) => findWorkspace(request).activities.values(),
  keep: ({ friendlyName, isAvailable }, request) => fits(request, { FriendlyName: friendlyName, Available: String(isAvailable) }),
  find: (request, sid) => findWorkspace(request).activities.get(sid),
  describe,
  create: (request) =>
    findWorkspace(request).addActivity(require(request, 'FriendlyName', 20001), readBoolean(request, 'Available') ?? false),
  update: (activity, request) => {
    activity.friendlyName = readText(request, 'FriendlyName') ?? activity.friendlyName;
    activity.updatedAt = request.world.clock.now;
  },
  remove: (activity, request) => {
    const { activities, workers, defaultActivity, timeoutActivity } = findWorkspace(request);
    const isUsed =
      activity === defaultActivity || activity === timeoutActivity || [...workers.values()].some((one) => one.activity === activity);
    if (isUsed) throw new RestError(20001, 'The activity is in use');
    activities.delete(activity.sid);
  },
});

function describe({ sid, friendlyName, isAvailable, createdAt, updatedAt }: Activity, request: RestRequest): object {
  const workspace = findWorkspace(request);
  return {
    account_sid: request.account,
    available: isAvailable,
    date_created: writeIso(createdAt),
    date_updated: writeIso(updatedAt),
    friendly_name: friendlyName,
    links: { workspace: urlOf(workspace) },
    sid,
    url: urlOf(workspace, 'Activities', sid),
    workspace_sid: workspace.sid,
  };
}
