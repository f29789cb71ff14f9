import { parseTwiml } from '../../../twiml/document/index.js';
import { createCall } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import { isOver } from '../../calls/names.js';
import { CallRun } from '../../calls/run-call.js';
import type { Document } from '../../documents/document.js';
import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { fits, fitsTime, resource } from '../resource.js';
import { notComplete, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readAddress, readBoolean, readText, readWhole } from '../rest-request.js';
import { readDetection, readLimits, readParties, readProgress } from './call-options.js';
import { nationalFormat } from './national-format.js';

/** Calls: https://www.twilio.com/docs/voice/api/call-resource */
export const callRoutes: readonly Route[] = resource<Leg>({
  path: '/2010-04-01/Accounts/:account/Calls',
  key: 'calls',
  all: ({ world }) => [...world.legs.values()].reverse(),
  keep: (leg, request) =>
    fits(request, { To: leg.to, From: leg.from, Status: statusOf(leg), ParentCallSid: leg.parent?.sid }) &&
    fitsTime(request, 'StartTime', leg.answeredAt ?? leg.createdAt) &&
    fitsTime(request, 'EndTime', leg.endedAt),
  find: ({ world }, sid) => world.legs.get(sid),
  describe,
  create,
  update,
  remove: (leg, { world }) => {
    if (!leg.isOver) throw notComplete(`The call is ${statusOf(leg)}`);
    world.legs.delete(leg.sid);
  },
});

function create(request: RestRequest): Leg {
  const { world } = request;
  const { to, from } = readParties(request);
  checkMethod(request);
  const applicationSid = readText(request, 'ApplicationSid');
  if (applicationSid !== undefined) return createForApplication(request, { to, from, applicationSid });
  const url = readAddress(request, 'Url', 'Method');
  const twiml = readText(request, 'Twiml');
  if (url !== undefined && twiml !== undefined) {
    world.report({ twilioCode: 32019, severity: 'warning', message: 'A call was created with Url and Twiml: the Url counts.' });
  }
  const start = url ?? (twiml === undefined ? undefined : readInline(world, twiml));
  if (start === undefined) throw new RestError(21205, 'Url parameter is required');
  return createCall(world, {
    to,
    from,
    start,
    progress: readProgress(request),
    fallback: readAddress(request, 'FallbackUrl', 'FallbackMethod'),
    ...readHow(request),
  });
}

/** https://www.twilio.com/docs/api/errors/21209 */
function checkMethod(request: RestRequest): void {
  const method = readText(request, 'Method')?.toUpperCase() ?? 'POST';
  if (method !== 'GET' && method !== 'POST') throw new RestError(21209, `Method is GET or POST, not ${method}`);
}

/** The settings of the application count, and those of the request do not: https://www.twilio.com/docs/voice/api/call-resource */
function createForApplication(
  request: RestRequest,
  { to, from, applicationSid }: { readonly to: string; readonly from: string; readonly applicationSid: string },
): Leg {
  const { world } = request;
  if (!world.directory.applications.has(applicationSid)) throw new RestError(21218, `Invalid ApplicationSid ${applicationSid}`);
  const settings = world.directory.findApplication(applicationSid);
  const resolve = (url: string | undefined, method: 'GET' | 'POST') =>
    url === undefined ? undefined : { url: world.directory.resolve(url), method };
  const start = resolve(settings.url, settings.method);
  if (start === undefined) throw new RestError(21205, `The application ${applicationSid} has no VoiceUrl`);
  const told = resolve(settings.statusCallback, settings.statusCallbackMethod);
  return createCall(world, {
    to,
    from,
    start,
    progress: told && { ...told, events: ['completed'] },
    fallback: resolve(settings.fallbackUrl, settings.fallbackMethod),
    extra: { ApplicationSid: applicationSid },
    ...readHow(request),
  });
}

function readHow(request: RestRequest) {
  const sendDigits = readText(request, 'SendDigits');
  if (sendDigits !== undefined && !/^[0-9*#A-DwW]{1,32}$/.test(sendDigits))
    throw new RestError(21206, 'SendDigits is up to 32 of 0 to 9, A to D, # and *, and w or W for a pause');
  return {
    ...readLimits(request, 1),
    ...(sendDigits !== undefined && { sendDigits }),
    detection: readDetection(request, 'AsyncAmd', readBoolean(request, 'AsyncAmd') === true),
  };
}

/** A document in a parameter. It has no address of its own. */
export function readInline(world: World, twiml: string): Document {
  const event = world.log.add({ type: 'inline', twiml });
  try {
    const root = parseTwiml(twiml);
    if (root.tag === 'Response') return { root, url: undefined, method: 'POST', event };
  } catch {
    // It is refused below.
  }
  throw new RestError(21624, 'Twiml is not a valid document');
}

function update(leg: Leg, request: RestRequest): void {
  const status = readText(request, 'Status');
  if (leg.isOver) throw new RestError(21220, 'Call is not in-progress. Cannot redirect.');
  if (status === 'canceled') {
    if (leg.isAnswered) throw new RestError(21220, 'Call is in-progress. Cannot cancel.');
    leg.end('canceled');
    return;
  }
  if (status === 'completed') {
    leg.end('canceled');
    return;
  }
  if (status !== undefined) throw new RestError(21219, `Status is completed or canceled, not ${status}`);
  updateSettings(leg, request);
  const url = readAddress(request, 'Url', 'Method');
  const twiml = readText(request, 'Twiml');
  const next =
    url !== undefined ? ({ kind: 'voice.redirect', ...url } as const) : twiml === undefined ? undefined : readInline(request.world, twiml);
  if (next === undefined) return;
  if (!leg.isAnswered) throw new RestError(21220, 'Call is not in-progress. Cannot redirect.');
  leg.take();
  if (!leg.update(next)) void leg.begin(new CallRun(leg), next);
}

/** What an update changes besides what the call does. */
function updateSettings(leg: Leg, request: RestRequest): void {
  const told = readAddress(request, 'StatusCallback', 'StatusCallbackMethod', 21609);
  if (told !== undefined) leg.progress = { events: ['completed'], ...leg.progress, ...told };
  leg.fallback = readAddress(request, 'FallbackUrl', 'FallbackMethod') ?? leg.fallback;
  const timeLimit = readWhole(request, 'TimeLimit');
  if (timeLimit !== undefined) leg.limit(timeLimit * 1000);
}

/** The API has no `initiated`: what is on its way is queued. */
function statusOf({ status }: Leg): string {
  return status === 'initiated' ? 'queued' : status;
}

/** A call as the API shows it. */
function describe(leg: Leg): object {
  const { world, sid, from, to, direction } = leg;
  const { accountSid } = world.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${sid}`;
  return {
    account_sid: accountSid,
    answered_by: leg.extra.AnsweredBy ?? null,
    api_version: '2010-04-01',
    caller_name: leg.extra.CallerName ?? null,
    date_created: writeRfc2822(leg.createdAt),
    date_updated: writeRfc2822(leg.endedAt ?? leg.answeredAt ?? leg.createdAt),
    direction,
    duration: isOver(leg.status) ? String(leg.duration) : null,
    end_time: writeRfc2822(leg.endedAt),
    forwarded_from: null,
    from,
    from_formatted: nationalFormat(from),
    group_sid: null,
    parent_call_sid: leg.parent?.sid ?? null,
    phone_number_sid: null,
    price: null,
    price_unit: 'USD',
    queue_time: '0',
    sid,
    start_time: writeRfc2822(leg.answeredAt),
    status: statusOf(leg),
    subresource_uris: Object.fromEntries(SUBRESOURCES.map((name) => [name, `${uri}/${pathOf(name)}.json`])),
    to,
    to_formatted: nationalFormat(to),
    trunk_sid: null,
    uri: `${uri}.json`,
  };
}

const SUBRESOURCES = [
  'events',
  'notifications',
  'payments',
  'recordings',
  'siprec',
  'streams',
  'transcriptions',
  'user_defined_message_subscriptions',
  'user_defined_messages',
] as const;

function pathOf(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
