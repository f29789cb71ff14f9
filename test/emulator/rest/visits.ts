import type { Emulator } from '../../../src/emulator/index.js';
import { sidOf as sidOfNumber } from '../../../src/emulator/rest/api/incoming-numbers.js';
import { ACCOUNT, ADA, ask, OURS, startEmulator } from '../setup.js';

const API = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}`;
const DESK = 'https://taskrouter.twilio.com/v1/Workspaces';
const SYNC = 'https://sync.twilio.com/v1/Services';
const MESSAGING = 'https://messaging.twilio.com/v1/Services';
const VERIFY = 'https://verify.twilio.com/v2/Services';
const CONTENT = 'https://content.twilio.com/v1/Content';

const SHORT = '55555';
const [BEN, CY, DEE, EVE] = ['+14155550101', '+14155550102', '+14155550103', '+14155550104'] as const;
const RECORD = '<Response><Record transcribe="true" timeout="2" action="/next"/></Response>';
const PAUSE = '<Response><Pause length="60"/></Response>';
const DOCUMENTS: Readonly<Record<string, string>> = {
  [CY]: '<Response><Enqueue>waiting</Enqueue></Response>',
  [DEE]: RECORD,
  [EVE]: RECORD,
};
// The verb that is unknown is a warning, and so a notification.
const STANDUP = '<Response><Hum/><Dial><Conference record="record-from-start">Standup</Conference></Dial></Response>';

/** A request: what it makes is kept under `as`, and `{name}` in later ones stands for its SID. A form with more than texts is sent as JSON. */
export type Visit = readonly [method: string, url: string, form?: Readonly<Record<string, unknown>>, as?: string];

/** Every resource: created, fetched, listed, updated and deleted, as far as it can be. */
export const VISITS: readonly Visit[] = [
  ['GET', `https://api.twilio.com/2010-04-01/Accounts.json`],
  ['POST', `https://api.twilio.com/2010-04-01/Accounts.json`, { FriendlyName: 'Branch' }, 'branch'],
  ['POST', `https://api.twilio.com/2010-04-01/Accounts/{branch}.json`, { Status: 'suspended' }],
  ['GET', `${API}.json`],
  ['GET', `${API}/Balance.json`],
  ['POST', `${API}/Applications.json`, { FriendlyName: 'app', SmsUrl: 'https://app.example/sms' }, 'application'],
  ['GET', `${API}/Applications/{application}.json`],
  ['GET', `${API}/Applications.json`],
  ['POST', `${API}/Applications/{application}.json`, { FriendlyName: 'program' }],
  ['DELETE', `${API}/Applications/{application}.json`],
  ['GET', `${API}/AvailablePhoneNumbers.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/Mobile.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/Local.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/MachineToMachine.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/National.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/SharedCost.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/Voip.json`],
  ['GET', `${API}/AvailablePhoneNumbers/US/TollFree.json`],
  ['POST', `${API}/IncomingPhoneNumbers.json`, { AreaCode: '503', VoiceUrl: 'https://app.example/voice' }, 'number'],
  ['POST', `${API}/IncomingPhoneNumbers/{number}.json`, { FriendlyName: 'Portland' }],
  ['GET', `${API}/IncomingPhoneNumbers/{number}.json`],
  ['GET', `${API}/IncomingPhoneNumbers.json`],
  ['POST', `${API}/IncomingPhoneNumbers.json`, { AreaCode: '415' }, 'spare'],
  ['DELETE', `${API}/IncomingPhoneNumbers/{spare}.json`],
  ['POST', `${API}/Keys.json`, { FriendlyName: 'ci' }, 'key'],
  ['POST', `${API}/Keys/{key}.json`, { FriendlyName: 'cd' }],
  ['GET', `${API}/Keys.json`],
  ['GET', `${API}/Keys/{key}.json`],
  ['DELETE', `${API}/Keys/{key}.json`],
  ['GET', `${API}/Queues.json`, {}, 'queues'],
  ['GET', `${API}/Queues/{queues}/Members/{cy}.json`],
  ['POST', `${API}/Queues/{queues}/Members/{cy}.json`, { Url: 'https://app.example/next', Method: 'POST' }],
  ['POST', `${API}/Queues.json`, { FriendlyName: 'support' }, 'queue'],
  ['GET', `${API}/Queues/{queue}.json`],
  ['GET', `${API}/Queues.json`],
  ['GET', `${API}/Queues/{queue}/Members.json`],
  ['POST', `${API}/Queues/{queue}.json`, { FriendlyName: 'help' }],
  ['DELETE', `${API}/Queues/{queue}.json`],
  ['POST', `${API}/Messages.json`, { From: OURS, To: ADA, Body: 'hi', MediaUrl: 'https://cdn.example/a.png' }, 'message'],
  ['GET', `${API}/Messages/{message}.json`],
  ['GET', `${API}/Messages.json`],
  ['GET', `${API}/Messages/{message}/Media.json`, {}, 'media_list'],
  ['GET', `${API}/Messages/{message}/Media/{media_list}.json`],
  ['POST', `${API}/Messages/{message}/Feedback.json`, { Outcome: 'confirmed' }],
  ['POST', `${API}/Messages/{message}.json`, { Body: '' }],
  ['DELETE', `${API}/Messages/{message}/Media/{media_list}.json`],
  ['DELETE', `${API}/Messages/{sent_before}.json`],
  ['GET', `${API}/Calls.json`],
  ['GET', `${API}/Calls/{ada}.json`],
  ['POST', `${API}/Calls.json`, { From: OURS, To: '+14155550199', Url: 'https://app.example/next' }, 'outgoing'],
  ['POST', `${API}/Calls/{outgoing}.json`, { Status: 'canceled' }],
  ['DELETE', `${API}/Calls/{dee}.json`],
  ['POST', `${API}/Calls/{ada}/Recordings.json`, {}, 'recording'],
  ['GET', `${API}/Calls/{ada}/Recordings/{recording}.json`],
  ['GET', `${API}/Calls/{ada}/Recordings.json`],
  ['POST', `${API}/Calls/{ada}/Recordings/{recording}.json`, { Status: 'stopped' }],
  ['DELETE', `${API}/Calls/{ada}/Recordings/{recording}.json`],
  ['GET', `${API}/Transcriptions.json`],
  ['GET', `${API}/Transcriptions/{transcription_of_dee}.json`],
  ['GET', `${API}/Recordings.json`, {}, 'recordings'],
  ['GET', `${API}/Recordings/{of_dee}.json`],
  ['GET', `${API}/Recordings/{of_dee}/Transcriptions.json`],
  ['GET', `${API}/Recordings/{of_dee}/Transcriptions/{transcription_of_dee}.json`],
  ['DELETE', `${API}/Recordings/{of_dee}/Transcriptions/{transcription_of_dee}.json`],
  ['DELETE', `${API}/Transcriptions/{transcription_of_eve}.json`],
  ['DELETE', `${API}/Recordings/{of_dee}.json`],
  ['POST', `${API}/Calls/{ada}/Siprec.json`, { ConnectorName: 'c' }, 'siprec'],
  ['POST', `${API}/Calls/{ada}/Siprec/{siprec}.json`, { Status: 'stopped' }],
  ['POST', `${API}/Calls/{ada}/Streams.json`, { Url: 'wss://app.example/ms' }, 'stream'],
  ['POST', `${API}/Calls/{ada}/Streams/{stream}.json`, { Status: 'stopped' }],
  ['POST', `${API}/Calls/{ada}/UserDefinedMessages.json`, { Content: '{"hold":true}' }],
  ['POST', `${API}/Tokens.json`, {}],
  ['GET', `${API}/Notifications.json`, {}, 'notifications'],
  ['GET', `${API}/Notifications/{notifications}.json`],
  ['POST', `${API}/Calls/{ada}/Transcriptions.json`, {}, 'transcription'],
  ['POST', `${API}/Calls/{ada}/Transcriptions/{transcription}.json`, { Status: 'stopped' }],
  ['GET', `${API}/Conferences.json`, {}, 'conferences'],
  ['GET', `${API}/Conferences/{conferences}.json`],
  ['GET', `${API}/Conferences/{conferences}/Participants.json`],
  ['GET', `${API}/Conferences/{conferences}/Participants/{ada}.json`],
  ['POST', `${API}/Conferences/{conferences}/Participants/{ada}.json`, { Muted: 'true' }],
  ['POST', `${API}/Conferences/{conferences}/Participants.json`, { From: OURS, To: '+14155550101' }],
  ['GET', `${API}/Conferences/{conferences}/Recordings.json`, {}, 'recordings'],
  ['GET', `${API}/Conferences/{conferences}/Recordings/{recordings}.json`],
  ['POST', `${API}/Conferences/{conferences}/Recordings/{recordings}.json`, { Status: 'stopped' }],
  ['DELETE', `${API}/Conferences/{conferences}/Recordings/{recordings}.json`],
  ['DELETE', `${API}/Conferences/{conferences}/Participants/{ada}.json`],
  ['POST', `${API}/Conferences/{conferences}.json`, { Status: 'completed' }],
  ['POST', MESSAGING, { FriendlyName: 'pool', StatusCallback: 'https://app.example/status' }, 'service'],
  ['POST', `${MESSAGING}/{service}`, { StickySender: 'false' }],
  ['GET', `${MESSAGING}/{service}`],
  ['GET', MESSAGING],
  ['POST', `${MESSAGING}/{service}/PhoneNumbers`, { PhoneNumberSid: '{number}' }],
  ['GET', `${MESSAGING}/{service}/PhoneNumbers/{number}`],
  ['GET', `${MESSAGING}/{service}/PhoneNumbers`],
  ['POST', `${MESSAGING}/{service}/AlphaSenders`, { AlphaSender: 'ACME' }],
  ['GET', `${MESSAGING}/{service}/AlphaSenders`],
  ['POST', `${MESSAGING}/{service}/ShortCodes`, { ShortCodeSid: '{short}' }],
  ['GET', `${MESSAGING}/{service}/ShortCodes`],
  ['DELETE', `${MESSAGING}/{service}/PhoneNumbers/{number}`],
  ['DELETE', `${MESSAGING}/{service}`],
  ['POST', CONTENT, { friendly_name: 'hello', language: 'en', types: { 'twilio/text': { body: 'Hi {{1}}' } } }, 'content'],
  ['GET', `${CONTENT}/{content}`],
  ['GET', CONTENT],
  ['DELETE', `${CONTENT}/{content}`],
  ['GET', 'https://lookups.twilio.com/v2/PhoneNumbers/+14155550100?Fields=line_type_intelligence,sim_swap'],
  ['GET', 'https://lookups.twilio.com/v2/PhoneNumbers/nonsense'],
  ['POST', VERIFY, { FriendlyName: 'Acme' }, 'verify'],
  ['POST', `${VERIFY}/{verify}`, { CodeLength: '5' }],
  ['GET', VERIFY],
  ['GET', `${VERIFY}/{verify}`],
  ['POST', `${VERIFY}/{verify}/Verifications`, { To: ADA, Channel: 'sms' }, 'verification'],
  ['GET', `${VERIFY}/{verify}/Verifications/{verification}`],
  ['POST', `${VERIFY}/{verify}/VerificationCheck`, { To: ADA, Code: '0' }],
  ['POST', `${VERIFY}/{verify}/Verifications/{verification}`, { Status: 'approved' }],
  ['DELETE', `${VERIFY}/{verify}`],
  ['POST', SYNC, { FriendlyName: 'store' }, 'sync'],
  ['POST', `${SYNC}/{sync}`, { FriendlyName: 'shop' }],
  ['GET', SYNC],
  ['GET', `${SYNC}/{sync}`],
  ['POST', `${SYNC}/{sync}/Documents`, { UniqueName: 'a', Data: '{}', Ttl: '60' }, 'document'],
  ['GET', `${SYNC}/{sync}/Documents/{document}`],
  ['POST', `${SYNC}/{sync}/Documents/{document}`, { Data: '{"n":1}' }],
  ['GET', `${SYNC}/{sync}/Documents`],
  ['DELETE', `${SYNC}/{sync}/Documents/{document}`],
  ['POST', `${SYNC}/{sync}/Lists`, {}, 'list'],
  ['POST', `${SYNC}/{sync}/Lists/{list}`, { Ttl: '0' }],
  ['GET', `${SYNC}/{sync}/Lists`],
  ['GET', `${SYNC}/{sync}/Lists/{list}`],
  ['POST', `${SYNC}/{sync}/Lists/{list}/Items`, { Data: '{}' }],
  ['POST', `${SYNC}/{sync}/Lists/{list}/Items/0`, { Data: '{"n":1}' }],
  ['GET', `${SYNC}/{sync}/Lists/{list}/Items`],
  ['GET', `${SYNC}/{sync}/Lists/{list}/Items/0`],
  ['DELETE', `${SYNC}/{sync}/Lists/{list}/Items/0`],
  ['DELETE', `${SYNC}/{sync}/Lists/{list}`],
  ['POST', `${SYNC}/{sync}/Maps`, {}, 'map'],
  ['GET', `${SYNC}/{sync}/Maps/{map}`],
  ['POST', `${SYNC}/{sync}/Maps/{map}`, { Ttl: '0' }],
  ['GET', `${SYNC}/{sync}/Maps`],
  ['POST', `${SYNC}/{sync}/Maps/{map}/Items`, { Key: 'k', Data: '{}' }],
  ['GET', `${SYNC}/{sync}/Maps/{map}/Items/k`],
  ['GET', `${SYNC}/{sync}/Maps/{map}/Items`],
  ['POST', `${SYNC}/{sync}/Maps/{map}/Items/k`, { Data: '{"n":1}' }],
  ['DELETE', `${SYNC}/{sync}/Maps/{map}/Items/k`],
  ['DELETE', `${SYNC}/{sync}/Maps/{map}`],
  ['DELETE', `${SYNC}/{sync}`],
  ['POST', DESK, { FriendlyName: 'desk' }, 'desk'],
  ['POST', `${DESK}/{desk}`, { EventsFilter: 'task.created' }],
  ['GET', DESK],
  ['GET', `${DESK}/{desk}`],
  ['POST', `${DESK}/{desk}/Activities`, { FriendlyName: 'Lunch', Available: 'true' }, 'activity'],
  ['POST', `${DESK}/{desk}/Activities/{activity}`, { FriendlyName: 'Coffee' }],
  ['GET', `${DESK}/{desk}/Activities`],
  ['GET', `${DESK}/{desk}/Activities/{activity}`],
  // Version 3.0 of the official client wants activities for every queue.
  [
    'POST',
    `${DESK}/{desk}/TaskQueues`,
    { FriendlyName: 'all', ReservationActivitySid: '{activity}', AssignmentActivitySid: '{activity}' },
    'taskQueue',
  ],
  ['POST', `${DESK}/{desk}/TaskQueues/{taskQueue}`, { TaskOrder: 'LIFO' }],
  ['GET', `${DESK}/{desk}/TaskQueues`],
  ['GET', `${DESK}/{desk}/TaskQueues/{taskQueue}`],
  [
    'POST',
    `${DESK}/{desk}/Workflows`,
    { FriendlyName: 'w', Configuration: '{"task_routing":{"default_filter":{"queue":"{taskQueue}"}}}' },
    'workflow',
  ],
  ['POST', `${DESK}/{desk}/Workflows/{workflow}`, { TaskReservationTimeout: '30' }],
  ['GET', `${DESK}/{desk}/Workflows`],
  ['GET', `${DESK}/{desk}/Workflows/{workflow}`],
  ['POST', `${DESK}/{desk}/Workers`, { FriendlyName: 'ada', ActivitySid: '{activity}' }, 'worker'],
  ['GET', `${DESK}/{desk}/Workers/{worker}`],
  ['POST', `${DESK}/{desk}/Workers/{worker}`, { FriendlyName: 'eve' }],
  ['GET', `${DESK}/{desk}/Workers`],
  ['POST', `${DESK}/{desk}/Tasks`, { Attributes: '{}' }, 'task'],
  ['GET', `${DESK}/{desk}/Tasks/{task}`],
  ['GET', `${DESK}/{desk}/Tasks`],
  ['GET', `${DESK}/{desk}/Tasks/{task}/Reservations`, {}, 'reservations'],
  ['GET', `${DESK}/{desk}/Tasks/{task}/Reservations/{reservations}`],
  ['POST', `${DESK}/{desk}/Tasks/{task}/Reservations/{reservations}`, { ReservationStatus: 'accepted' }],
  ['GET', `${DESK}/{desk}/Workers/{worker}/Reservations`],
  ['GET', `${DESK}/{desk}/Workers/{worker}/Reservations/{reservations}`],
  ['POST', `${DESK}/{desk}/Workers/{worker}/Reservations/{reservations}`, { ReservationStatus: 'wrapping' }],
  ['POST', `${DESK}/{desk}/Tasks/{task}`, { AssignmentStatus: 'completed' }],
  ['DELETE', `${DESK}/{desk}/Tasks/{task}`],
  ['DELETE', `${DESK}/{desk}/Workers/{worker}`],
  ['DELETE', `${DESK}/{desk}/Workflows/{workflow}`],
  ['DELETE', `${DESK}/{desk}/TaskQueues/{taskQueue}`],
  ['DELETE', `${DESK}/{desk}/Activities/{activity}`],
  ['DELETE', `${DESK}/{desk}`],
];

/** Whether a form holds more than texts, which a form cannot. */
export function isJson(form: Readonly<Record<string, unknown>>): boolean {
  return Object.values(form).some((value) => typeof value !== 'string');
}

/** Fills in the SIDs that are known. */
export function fill(text: string, sids: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => sids[name] ?? whole);
}

/** An emulator in which there is something of every resource that calls make, and the SIDs of it. */
export async function startVisited() {
  const emulator = startEmulator(
    { '/voice': (parameters) => DOCUMENTS[parameters.get('From') ?? ''] ?? STANDUP, '/next': PAUSE },
    { numbers: { [OURS]: { voiceUrl: '/voice' }, [SHORT]: {} }, strict: false },
  );
  // What is on its way cannot be deleted.
  const sent = await ask(emulator, 'POST', '/Messages.json', { From: OURS, To: EVE, Body: 'hi' });
  const [dee] = [await leaveMessage(emulator, DEE), await leaveMessage(emulator, EVE)];
  const { body } = await ask(emulator, 'GET', '/Transcriptions.json');
  const [ofEve, ofDee] = body.transcriptions as { readonly sid: string; readonly recording_sid: string }[];
  const [ada, cy] = [await emulator.phone(ADA).call(OURS), await emulator.phone(CY).call(OURS)];
  const ben = await emulator.phone(BEN).call(OURS);
  await ben.stay('1s');
  const sids: Record<string, string> = {
    ada: ada.sid,
    cy: cy.sid,
    dee: dee.sid,
    sent_before: String(sent.body.sid),
    short: sidOfNumber(SHORT),
    of_dee: String(ofDee?.recording_sid),
    transcription_of_dee: String(ofDee?.sid),
    transcription_of_eve: String(ofEve?.sid),
  };
  return { emulator, sids };
}

async function leaveMessage(emulator: Emulator, from: string) {
  const call = await emulator.phone(from).call(OURS);
  await call.say('Please call me back', { seconds: 2 });
  await call.stay('3s');
  await call.hangUp();
  await emulator.idle();
  return call;
}
