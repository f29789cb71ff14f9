import { notFound } from '../rest-error.js';
import type { RestRequest } from '../rest-request.js';
import type { Workspace } from './types.js';

/** The workspace that the path names. @throws RestError when there is none. */
export function findWorkspace({ world, names, path }: RestRequest): Workspace {
  const workspace = world.taskRouter.workspaces.get(names.workspace ?? '');
  if (workspace !== undefined) return workspace;
  throw notFound(path);
}

/** Where a resource of a workspace is. */
export function urlOf({ sid }: Workspace, ...parts: readonly string[]): string {
  return [`https://taskrouter.twilio.com/v1/Workspaces/${sid}`, ...parts].join('/');
}
