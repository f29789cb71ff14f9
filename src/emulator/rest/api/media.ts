import type { Medium } from '../../messages/media.js';
import type { Message } from '../../messages/message.js';
import { writeRfc2822 } from '../dates.js';
import { MEDIA_HOST } from '../product.js';
import { resource } from '../resource.js';
import { notFound } from '../rest-error.js';
import type { RestAnswer, RestRequest, Route } from '../rest-request.js';

const PATH = '/2010-04-01/Accounts/:account/Messages/:message/Media';

/** Files of messages: https://www.twilio.com/docs/messaging/api/media-resource */
export const mediaRoutes: readonly Route[] = [
  ...resource<Medium>({
    path: PATH,
    key: 'media_list',
    all: (request) => findMessage(request).media,
    find: (request, sid) => findMessage(request).media.find((medium) => medium.sid === sid),
    describe,
    remove,
  }),
  // The file itself is elsewhere: whoever has the credentials is sent there.
  { method: 'GET', path: `${PATH}/:id`, run: redirect },
  {
    method: 'DELETE',
    path: `${PATH}/:id`,
    run: (request) => {
      remove(findMedium(request), request);
      return { status: 204 };
    },
  },
  { method: 'GET', host: 'media', path: '/:account/:id', isOpen: true, run: serve },
];

function findMessage({ world, names, path }: RestRequest): Message {
  const message = world.messaging.messages.get(names.message ?? '');
  if (message !== undefined) return message;
  throw notFound(path);
}

function findMedium(request: RestRequest): Medium {
  const medium = findMessage(request).media.find(({ sid }) => sid === request.names.id);
  if (medium !== undefined) return medium;
  throw notFound(request.path);
}

function remove(medium: Medium, request: RestRequest): void {
  const message = findMessage(request);
  message.attach(message.media.filter((one) => one !== medium));
  request.world.messaging.removeMedium(medium.sid);
}

function redirect(request: RestRequest): RestAnswer {
  const { sid } = findMedium(request);
  const origin = request.elsewhere === undefined ? `https://${MEDIA_HOST}` : `${request.elsewhere}/${MEDIA_HOST}`;
  return { status: 307, headers: { location: `${origin}/${request.account}/${sid}` }, body: new Uint8Array() };
}

/** Whoever sends the account's credentials here gives them to another company. */
function serve({ world, names, path, headers }: RestRequest): RestAnswer {
  const medium = world.messaging.findMedium(names.id ?? '');
  if (medium === undefined || names.account !== world.settings.accountSid) throw notFound(path);
  if (headers.has('authorization')) {
    world.report({
      severity: 'warning',
      message: `Credentials were sent to ${MEDIA_HOST}: Twilio redirects there, and the Authorization header must not follow to another host.`,
    });
  }
  return { status: 200, headers: { 'content-type': medium.contentType }, body: medium.content };
}

function describe({ sid, contentType }: Medium, request: RestRequest): object {
  const { account } = request;
  const message = findMessage(request);
  return {
    account_sid: account,
    content_type: contentType,
    date_created: writeRfc2822(message.createdAt),
    date_updated: writeRfc2822(message.createdAt),
    parent_sid: message.sid,
    sid,
    uri: `/2010-04-01/Accounts/${account}/Messages/${message.sid}/Media/${sid}.json`,
  };
}
