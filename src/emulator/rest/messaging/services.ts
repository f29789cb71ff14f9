import { LONGEST_VALIDITY, MessagingService, type MessagingServiceSettings } from '../../messages/messaging-service.js';
import { writeIso } from '../dates.js';
import { type Fields, readFields, showFields } from '../fields.js';
import { resource } from '../resource.js';
import { type RestRequest, type Route, readChoice, readWithin, require } from '../rest-request.js';
import { senderRoutes } from './senders.js';

const FIELDS: Fields = {
  FriendlyName: 'text',
  InboundRequestUrl: 'url',
  InboundMethod: 'method',
  FallbackUrl: 'url',
  FallbackMethod: 'method',
  StatusCallback: 'url',
  StickySender: 'flag',
  SmartEncoding: 'flag',
  AreaCodeGeomatch: 'flag',
  ValidityPeriod: 'whole',
  Usecase: 'text',
  UseInboundWebhookOnNumber: 'flag',
};

/** What can be set, and changes nothing here. */
const KEPT: Fields = { FallbackToLongCode: 'flag', MmsConverter: 'flag', ScanMessageContent: 'text', SynchronousValidation: 'flag' };

/** Messaging Services: https://www.twilio.com/docs/messaging/api/service-resource */
export const messagingServiceRoutes: readonly Route[] = [
  ...resource<MessagingService>({
    host: 'messaging',
    path: '/v1/Services',
    key: 'services',
    all: ({ world }) => world.messaging.services.values(),
    find: ({ world }, sid) => world.messaging.services.get(sid),
    describe,
    create,
    update: (service, request) => {
      service.settings = { ...service.settings, ...readSettings(request) };
      service.updatedAt = request.world.clock.now;
    },
    remove: ({ sid }, { world }) => {
      world.messaging.services.delete(sid);
    },
  }),
  ...senderRoutes,
];

function create(request: RestRequest): MessagingService {
  const { world } = request;
  require(request, 'FriendlyName', 20001);
  const settings = readSettings(request);
  const service = new MessagingService(world.chance.sid('MG'), settings, world.clock.now);
  world.messaging.services.set(service.sid, service);
  return service;
}

function readSettings(request: RestRequest): MessagingServiceSettings {
  readWithin(request, 'ValidityPeriod', [1, LONGEST_VALIDITY]);
  readChoice(request, 'ScanMessageContent', ['inherit', 'enable', 'disable']);
  return readFields(request, { ...FIELDS, ...KEPT }) as MessagingServiceSettings;
}

function describe({ sid, settings, createdAt, updatedAt }: MessagingService, { account }: RestRequest): object {
  const url = `https://messaging.twilio.com/v1/Services/${sid}`;
  return {
    account_sid: account,
    area_code_geomatch: settings.areaCodeGeomatch ?? true,
    date_created: writeIso(createdAt),
    date_updated: writeIso(updatedAt),
    fallback_method: settings.fallbackMethod ?? 'POST',
    fallback_to_long_code: false,
    fallback_url: settings.fallbackUrl ?? null,
    friendly_name: settings.friendlyName ?? sid,
    inbound_method: settings.inboundMethod ?? 'POST',
    inbound_request_url: settings.inboundRequestUrl ?? null,
    links: {
      alpha_senders: `${url}/AlphaSenders`,
      phone_numbers: `${url}/PhoneNumbers`,
      short_codes: `${url}/ShortCodes`,
    },
    mms_converter: true,
    scan_message_content: 'inherit',
    sid,
    smart_encoding: settings.smartEncoding ?? true,
    status_callback: settings.statusCallback ?? null,
    sticky_sender: settings.stickySender ?? true,
    synchronous_validation: false,
    url,
    us_app_to_person_registered: false,
    use_inbound_webhook_on_number: settings.useInboundWebhookOnNumber ?? false,
    usecase: settings.usecase ?? 'undeclared',
    validity_period: settings.validityPeriod ?? LONGEST_VALIDITY,
    ...showFields(settings, KEPT),
  };
}
