import type { Content, ContentTypes } from '../../messages/content.js';
import { writeIso } from '../dates.js';
import { resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import type { RestRequest, Route } from '../rest-request.js';

/** Content templates: https://www.twilio.com/docs/content/content-api-resources */
export const contentRoutes: readonly Route[] = resource<Content>({
  host: 'content',
  path: '/v1/Content',
  key: 'contents',
  all: ({ world }) => world.messaging.contents.values(),
  find: ({ world }, sid) => world.messaging.contents.get(sid),
  describe,
  create,
  remove: ({ sid }, { world }) => {
    world.messaging.contents.delete(sid);
  },
});

/** A template comes as JSON. */
function create({ world, json }: RestRequest): Content {
  if (!isObject(json)) throw new RestError(20001, 'A content template is created by a JSON object');
  const { friendly_name: name, language, variables = {}, types } = json;
  if (typeof language !== 'string') throw new RestError(20001, 'language is required, such as en');
  if (!isObject(types) || Object.keys(types).length === 0 || !Object.values(types).every((type) => type === null || isObject(type)))
    throw new RestError(20001, 'types is required: an object of types by name, such as twilio/text');
  if (!isObject(variables)) throw new RestError(20001, 'variables is an object of samples by name');
  const content: Content = {
    sid: world.chance.sid('HX'),
    friendlyName: typeof name === 'string' ? name : null,
    language,
    variables: Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)])),
    types: types as ContentTypes,
    createdAt: world.clock.now,
  };
  world.messaging.contents.set(content.sid, content);
  return content;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe({ sid, friendlyName, language, variables, types, createdAt }: Content, { account }: RestRequest): object {
  const url = `https://content.twilio.com/v1/Content/${sid}`;
  return {
    account_sid: account,
    date_created: writeIso(createdAt),
    date_updated: writeIso(createdAt),
    friendly_name: friendlyName,
    language,
    links: { approval_create: `${url}/ApprovalRequests/whatsapp`, approval_fetch: `${url}/ApprovalRequests` },
    sid,
    types,
    url,
    variables,
  };
}
