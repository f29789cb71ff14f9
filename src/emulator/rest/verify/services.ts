import { writeIso } from '../dates.js';
import { type Fields, readFields, showFields } from '../fields.js';
import { beginResource, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, readWhole, require } from '../rest-request.js';
import { VerifyBook, type VerifyService } from './verify-book.js';

/** What can be set, and changes nothing here. */
const KEPT: Fields = {
  DefaultTemplateSid: 'text',
  DtmfInputRequired: 'flag',
  Psd2Enabled: 'flag',
  SkipSmsToLandlines: 'flag',
  TtsName: 'text',
  VerifyEventSubscriptionEnabled: 'flag',
};

/** Services of Verify: https://www.twilio.com/docs/verify/api/service */
export const verifyServiceRoutes: readonly Route[] = resource<VerifyService>({
  host: 'verify',
  path: '/v2/Services',
  key: 'services',
  all: ({ world }) => world.part(VerifyBook).services.values(),
  find: ({ world }, sid) => world.part(VerifyBook).services.get(sid),
  describe,
  create,
  update: change,
  remove: ({ sid }, { world }) => {
    world.part(VerifyBook).services.delete(sid);
  },
});

function create(request: RestRequest): VerifyService {
  const service: VerifyService = {
    ...beginResource(request.world, 'VA', require(request, 'FriendlyName', 20001)),
    codeLength: 6,
    isCustomCodeEnabled: false,
    isWarned: false,
    isLookupEnabled: false,
    kept: {},
  };
  change(service, request);
  request.world.part(VerifyBook).services.set(service.sid, service);
  return service;
}

function change(service: VerifyService, request: RestRequest): void {
  const length = readWhole(request, 'CodeLength') ?? service.codeLength;
  if (length < 4 || length > 10) throw new RestError(60200, 'Invalid parameter: CodeLength is from 4 to 10');
  service.codeLength = length;
  service.friendlyName = readText(request, 'FriendlyName') ?? service.friendlyName;
  service.isCustomCodeEnabled = readBoolean(request, 'CustomCodeEnabled') ?? service.isCustomCodeEnabled;
  service.isWarned = readBoolean(request, 'DoNotShareWarningEnabled') ?? service.isWarned;
  service.isLookupEnabled = readBoolean(request, 'LookupEnabled') ?? service.isLookupEnabled;
  service.kept = { ...service.kept, ...readFields(request, KEPT) };
  service.updatedAt = request.world.clock.now;
}

const LINKS = ['access_tokens', 'entities', 'messaging_configurations', 'rate_limits', 'verification_checks', 'verifications', 'webhooks'];

function describe(service: VerifyService, { account }: RestRequest): object {
  const { sid, createdAt, updatedAt } = service;
  const url = `https://verify.twilio.com/v2/Services/${sid}`;
  const pathOf = (name: string) =>
    name === 'verification_checks' ? 'VerificationCheck' : name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    account_sid: account,
    code_length: service.codeLength,
    custom_code_enabled: service.isCustomCodeEnabled,
    date_created: writeIso(createdAt),
    date_updated: writeIso(updatedAt),
    default_template_sid: null,
    do_not_share_warning_enabled: service.isWarned,
    dtmf_input_required: true,
    friendly_name: service.friendlyName,
    links: Object.fromEntries(LINKS.map((name) => [name, `${url}/${pathOf(name)}`])),
    lookup_enabled: service.isLookupEnabled,
    passkeys: {},
    psd2_enabled: false,
    push: {},
    sid,
    skip_sms_to_landlines: false,
    totp: {},
    tts_name: null,
    url,
    verify_event_subscription_enabled: false,
    whatsapp: {},
    ...showFields(service.kept, KEPT),
  };
}
