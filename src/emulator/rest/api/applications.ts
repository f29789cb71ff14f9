import type { ApplicationSettings } from '../../numbers.js';
import { writeRfc2822 } from '../dates.js';
import { type Fields, readFields, showFields } from '../fields.js';
import { fits, resource } from '../resource.js';
import type { RestRequest, Route } from '../rest-request.js';
import { describeVoice } from './voice-fields.js';

const FIELDS: Fields = {
  FriendlyName: 'text',
  VoiceUrl: 'url',
  VoiceMethod: 'method',
  VoiceFallbackUrl: 'url',
  VoiceFallbackMethod: 'method',
  StatusCallback: 'url',
  StatusCallbackMethod: 'method',
  VoiceCallerIdLookup: 'flag',
  SmsUrl: 'url',
  SmsMethod: 'method',
  SmsFallbackUrl: 'url',
  SmsFallbackMethod: 'method',
  MessageStatusCallback: 'url',
};

/** What can be set, and changes nothing here. */
const KEPT: Fields = { PublicApplicationConnectEnabled: 'flag', SmsStatusCallback: 'url' };

type Entry = readonly [sid: string, settings: ApplicationSettings];

/** TwiML applications: https://www.twilio.com/docs/usage/api/applications */
export const applicationRoutes: readonly Route[] = resource<Entry>({
  path: '/2010-04-01/Accounts/:account/Applications',
  key: 'applications',
  all: ({ world }) => world.directory.applications,
  keep: ([sid, { friendlyName }], request) => fits(request, { FriendlyName: friendlyName ?? sid }),
  find: ({ world }, sid) => {
    const settings = world.directory.applications.get(sid);
    return settings && [sid, settings];
  },
  describe,
  create: (request) => save(request, request.world.chance.sid('AP'), {}),
  update: ([sid, settings], request) => {
    save(request, sid, settings);
  },
  remove: ([sid], { world }) => {
    world.directory.applications.delete(sid);
  },
});

function save(request: RestRequest, sid: string, before: ApplicationSettings): Entry {
  const settings = { ...before, ...readFields(request, { ...FIELDS, ...KEPT }) } as ApplicationSettings;
  request.world.directory.applications.set(sid, settings);
  return [sid, settings];
}

function describe([sid]: Entry, { world, account }: RestRequest): object {
  const settings = world.directory.applications.get(sid) ?? {};
  const created = writeRfc2822(world.startedAt);
  return {
    ...describeVoice(world, settings),
    account_sid: account,
    api_version: '2010-04-01',
    date_created: created,
    date_updated: created,
    friendly_name: settings.friendlyName ?? sid,
    message_status_callback: settings.messageStatusCallback === undefined ? null : world.directory.resolve(settings.messageStatusCallback),
    public_application_connect_enabled: false,
    sid,
    sms_status_callback: null,
    ...showFields(settings, KEPT),
    uri: `/2010-04-01/Accounts/${account}/Applications/${sid}.json`,
  };
}
