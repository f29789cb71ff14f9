import { hashDigits } from '../../../fixtures/hash.js';
import { isShortCode } from '../../messages/channel.js';
import type { NumberSettings } from '../../numbers.js';
import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { type Fields, readFields, showFields } from '../fields.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readText } from '../rest-request.js';
import { refuseMagic } from './magic-numbers.js';
import { nationalFormat } from './national-format.js';
import { describeVoice } from './voice-fields.js';

/** What can be set of a number. */
const FIELDS: Fields = {
  FriendlyName: 'text',
  SmsApplicationSid: 'text',
  SmsFallbackMethod: 'method',
  SmsFallbackUrl: 'url',
  SmsMethod: 'method',
  SmsUrl: 'url',
  StatusCallback: 'url',
  StatusCallbackMethod: 'method',
  VoiceApplicationSid: 'text',
  VoiceCallerIdLookup: 'flag',
  VoiceFallbackMethod: 'method',
  VoiceFallbackUrl: 'url',
  VoiceMethod: 'method',
  VoiceUrl: 'url',
};

/** What can be set, and changes nothing here. */
const KEPT: Fields = {
  AddressSid: 'text',
  BundleSid: 'text',
  EmergencyAddressSid: 'text',
  EmergencyStatus: 'text',
  IdentitySid: 'text',
  TrunkSid: 'text',
  VoiceReceiveMode: 'text',
};

/** A number of the account, with its address. */
export interface OwnNumber {
  readonly sid: string;
  readonly address: string;
  readonly settings: NumberSettings;
}

/** Numbers of the account; what is changed here decides from then on who answers: https://www.twilio.com/docs/phone-numbers/api */
export const incomingNumberRoutes: readonly Route[] = [
  ...resource<OwnNumber>({
    path: '/2010-04-01/Accounts/:account/IncomingPhoneNumbers',
    key: 'incoming_phone_numbers',
    all: ({ world }) => listNumbers(world),
    keep: ({ address, settings }, request) =>
      fits(request, { PhoneNumber: address, FriendlyName: nameOf(address, settings), Beta: 'false', Origin: 'twilio' }),
    find: ({ world }, sid) => findNumber(world, sid),
    describe,
    create: buy,
    update: ({ address, settings }, request) => {
      request.world.directory.numbers.set(address, { ...settings, ...readFields(request, { ...FIELDS, ...KEPT }) });
    },
    remove: ({ address }, { world }) => {
      world.directory.numbers.delete(address);
      for (const service of world.messaging.services.values()) service.remove(address);
    },
  }),
];

/** The numbers that can be called: senders of channels and short codes are resources of their own. */
export function listNumbers({ directory }: World): readonly OwnNumber[] {
  const numbers = [...directory.numbers].filter(([address]) => address.startsWith('+'));
  return numbers.map(([address, settings]) => ({ sid: sidOf(address), address, settings }));
}

/** A number by its SID. */
export function findNumber(world: World, sid: string): OwnNumber | undefined {
  return listNumbers(world).find((number) => number.sid === sid);
}

/** The SID of a number or short code: it follows from the address. */
export function sidOf(address: string): string {
  return `${isShortCode(address) ? 'SC' : 'PN'}${hashDigits(address, 0)}`;
}

function nameOf(address: string, { friendlyName }: NumberSettings): string {
  return friendlyName ?? nationalFormat(address);
}

function buy(request: RestRequest): OwnNumber {
  const { directory, chance } = request.world;
  const areaCode = readText(request, 'AreaCode');
  const number = readText(request, 'PhoneNumber');
  if (number !== undefined) refuseMagic('incomingPhoneNumbers', 'number', number);
  if (areaCode !== undefined) refuseMagic('incomingPhoneNumbers', 'areaCode', areaCode);
  if (number === undefined && areaCode === undefined) throw new RestError(21404, 'PhoneNumber or AreaCode is required');
  if (number !== undefined && !/^\+[1-9]\d{6,14}$/.test(number)) throw new RestError(21421, `${number} is not a valid phone number`);
  if (areaCode !== undefined && !/^[2-9]\d{2}$/.test(areaCode)) throw new RestError(21451, `${areaCode} is not a valid area code`);
  const address = number ?? `+1${areaCode}555${String(chance.between(0, 9999, 'number')).padStart(4, '0')}`;
  if (directory.numbers.has(address)) throw new RestError(21422, `${address} is not available`);
  const settings = readFields(request, { ...FIELDS, ...KEPT }) as NumberSettings;
  directory.numbers.set(address, settings);
  return { sid: sidOf(address), address, settings };
}

function describe({ sid, address }: OwnNumber, { world, account }: RestRequest): object {
  const settings = world.directory.numbers.get(address) ?? {};
  const created = writeRfc2822(world.startedAt);
  return {
    ...describeVoice(world, settings),
    account_sid: account,
    address_requirements: 'none',
    address_sid: null,
    api_version: '2010-04-01',
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: created,
    date_updated: created,
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    emergency_status: 'Inactive',
    friendly_name: nameOf(address, settings),
    identity_sid: null,
    origin: 'twilio',
    phone_number: address,
    sid,
    sms_application_sid: settings.smsApplicationSid ?? null,
    status: 'in-use',
    trunk_sid: null,
    type: /^\+18(?:00|33|44|55|66|77|88)/.test(address) ? 'toll_free' : 'local',
    uri: `/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/${sid}.json`,
    voice_application_sid: settings.voiceApplicationSid ?? null,
    voice_receive_mode: 'voice',
    ...showFields(settings, KEPT),
  };
}
