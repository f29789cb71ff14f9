import type { Conference } from '../../conferences/conference.js';
import { writeRfc2822 } from '../dates.js';
import { fits, fitsTime, resource } from '../resource.js';
import { type RestRequest, type Route, readAddress, readText } from '../rest-request.js';
import { announce } from './announce.js';
import { conferenceNamed } from './find-conference.js';
import { participantRoutes } from './participants.js';

/** Conferences and who is in them: https://www.twilio.com/docs/voice/api/conference-resource */
export const conferenceRoutes: readonly Route[] = [
  ...resource<Conference>({
    path: '/2010-04-01/Accounts/:account/Conferences',
    key: 'conferences',
    all: ({ world }) => [...world.conferences.values()].reverse(),
    keep: (conference, request) =>
      fits(request, { FriendlyName: conference.name, Status: statusOf(conference) }) &&
      fitsTime(request, 'DateCreated', conference.createdAt) &&
      fitsTime(request, 'DateUpdated', updatedAt(conference)),
    find: ({ world }, name) => conferenceNamed(world, name),
    describe,
    update,
  }),
  ...participantRoutes,
];

function update(conference: Conference, request: RestRequest): void {
  if (readText(request, 'Status') === 'completed') conference.end();
  const announcement = readAddress(request, 'AnnounceUrl', 'AnnounceMethod');
  if (announcement !== undefined) void announce(request, conference, [...conference.participants.values()], announcement);
}

function updatedAt({ endedAt, createdAt }: Conference): number {
  return endedAt ?? createdAt;
}

/** The API calls it in progress as soon as two are in, even where none of them starts it: a live test saw it. */
function statusOf({ status, participants }: Conference): string {
  return status === 'init' && participants.size > 1 ? 'in-progress' : status;
}

function describe(conference: Conference): object {
  const { world } = conference;
  const { accountSid } = world.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid_ending_conference: conference.endedBy ?? null,
    date_created: writeRfc2822(conference.createdAt),
    date_updated: writeRfc2822(updatedAt(conference)),
    friendly_name: conference.name,
    reason_conference_ended: conference.endedFor ?? null,
    region: 'us1',
    sid: conference.sid,
    status: statusOf(conference),
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
    uri: `${uri}.json`,
  };
}
