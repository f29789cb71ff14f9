import { hashDigits } from '../../../fixtures/hash.js';
import type { SipDomainSettings } from '../../numbers.js';
import { writeRfc2822 } from '../dates.js';
import { type Fields, readFields } from '../fields.js';
import { resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, require } from '../rest-request.js';

const FIELDS: Fields = {
  VoiceUrl: 'url',
  VoiceMethod: 'method',
  VoiceFallbackUrl: 'url',
  VoiceFallbackMethod: 'method',
  VoiceStatusCallbackUrl: 'url',
  VoiceStatusCallbackMethod: 'method',
};

type Entry = readonly [name: string, settings: SipDomainSettings];

/** SIP domains; what is changed here decides from then on who answers: https://www.twilio.com/docs/voice/sip/api/sip-domain-resource */
export const sipDomainRoutes: readonly Route[] = resource<Entry>({
  path: '/2010-04-01/Accounts/:account/SIP/Domains',
  key: 'domains',
  all: ({ world }) => world.directory.sipDomains,
  find: ({ world }, sid) => [...world.directory.sipDomains].find(([name]) => sidOf(name) === sid),
  describe,
  create,
  update: ([name, settings], request) => {
    request.world.directory.sipDomains.set(name, { ...settings, ...readFields(request, FIELDS) });
  },
  remove: ([name], { world }) => {
    world.directory.sipDomains.delete(name);
  },
});

/** It follows from the name. */
function sidOf(name: string): string {
  return `SD${hashDigits(name, 0)}`;
}

function create(request: RestRequest): Entry {
  const name = require(request, 'DomainName', 21216).toLowerCase();
  if (!/^[a-z\d.-]+\.sip\.twilio\.com$/.test(name)) throw new RestError(21232, `${name} does not end with .sip.twilio.com`);
  const settings = readFields(request, FIELDS) as SipDomainSettings;
  request.world.directory.sipDomains.set(name, settings);
  return [name, settings];
}

function describe([name]: Entry, { world, account }: RestRequest): object {
  const settings = world.directory.sipDomains.get(name) ?? {};
  const created = writeRfc2822(world.startedAt);
  const url = (text: string | undefined) => (text === undefined ? null : world.directory.resolve(text));
  const sid = sidOf(name);
  return {
    account_sid: account,
    api_version: '2010-04-01',
    auth_type: 'IP_ACL',
    byoc_trunk_sid: null,
    date_created: created,
    date_updated: created,
    domain_name: name,
    emergency_caller_sid: null,
    emergency_calling_enabled: false,
    friendly_name: name,
    secure: false,
    sid,
    sip_registration: false,
    uri: `/2010-04-01/Accounts/${account}/SIP/Domains/${sid}.json`,
    voice_fallback_method: settings.voiceFallbackMethod ?? 'POST',
    voice_fallback_url: url(settings.voiceFallbackUrl),
    voice_method: settings.voiceMethod ?? 'POST',
    voice_status_callback_method: settings.voiceStatusCallbackMethod ?? 'POST',
    voice_status_callback_url: url(settings.voiceStatusCallbackUrl),
    voice_url: url(settings.voiceUrl),
  };
}
