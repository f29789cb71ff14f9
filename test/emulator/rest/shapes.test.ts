import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findRoute } from '../../../src/emulator/rest/routes.js';
import { findShapeProblems } from '../../conformance/emulator/shapes.js';
import { ACCOUNT, ADA, OURS, startEmulator, TOKEN } from '../setup.js';

const API = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}`;
const DESK = 'https://taskrouter.twilio.com/v1/Workspaces';
const SYNC = 'https://sync.twilio.com/v1/Services';
const MESSAGING = 'https://messaging.twilio.com/v1/Services';
const VERIFY = 'https://verify.twilio.com/v2/Services';

const { operations } = JSON.parse(readFileSync(new URL('../../data/rest/shapes.json', import.meta.url), 'utf8')) as {
  readonly operations: Readonly<Record<string, unknown>>;
};

/** A request: what it makes is kept under `as`, and `{name}` in later ones stands for its SID. */
type Visit = readonly [method: string, url: string, form?: Readonly<Record<string, string>>, as?: string];

/** Every resource: created, fetched, listed, updated and deleted, as far as it can be. */
const VISITS: readonly Visit[] = [
  ['GET', `https://api.twilio.com/2010-04-01/Accounts.json`],
  ['POST', `https://api.twilio.com/2010-04-01/Accounts.json`, { FriendlyName: 'Branch' }, 'branch'],
  ['POST', `https://api.twilio.com/2010-04-01/Accounts/{branch}.json`, { Status: 'suspended' }],
  ['GET', `${API}.json`],
  ['GET', `${API}/Balance.json`],
  ['POST', `${API}/Applications.json`, { FriendlyName: 'app', SmsUrl: 'https://app.example/sms' }, 'application'],
  ['GET', `${API}/Applications/{application}.json`],
  ['GET', `${API}/Applications.json`],
  ['GET', `${API}/AvailablePhoneNumbers.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB.json`],
  ['GET', `${API}/AvailablePhoneNumbers/GB/Mobile.json`],
  ['GET', `${API}/AvailablePhoneNumbers/US/TollFree.json`],
  ['POST', `${API}/IncomingPhoneNumbers.json`, { AreaCode: '503', VoiceUrl: 'https://app.example/voice' }, 'number'],
  ['POST', `${API}/IncomingPhoneNumbers/{number}.json`, { FriendlyName: 'Portland' }],
  ['GET', `${API}/IncomingPhoneNumbers/{number}.json`],
  ['GET', `${API}/IncomingPhoneNumbers.json`],
  ['POST', `${API}/Keys.json`, { FriendlyName: 'ci' }, 'key'],
  ['POST', `${API}/Keys/{key}.json`, { FriendlyName: 'cd' }],
  ['GET', `${API}/Keys.json`],
  ['DELETE', `${API}/Keys/{key}.json`],
  ['POST', `${API}/Queues.json`, { FriendlyName: 'support' }, 'queue'],
  ['GET', `${API}/Queues/{queue}.json`],
  ['GET', `${API}/Queues.json`],
  ['GET', `${API}/Queues/{queue}/Members.json`],
  ['POST', `${API}/Messages.json`, { From: OURS, To: ADA, Body: 'hi', MediaUrl: 'https://cdn.example/a.png' }, 'message'],
  ['GET', `${API}/Messages/{message}.json`],
  ['GET', `${API}/Messages.json`],
  ['GET', `${API}/Messages/{message}/Media.json`, {}, 'media_list'],
  ['GET', `${API}/Messages/{message}/Media/{media_list}.json`],
  ['POST', `${API}/Messages/{message}/Feedback.json`, { Outcome: 'confirmed' }],
  ['POST', `${API}/Messages/{message}.json`, { Body: '' }],
  ['DELETE', `${API}/Messages/{message}/Media/{media_list}.json`],
  ['DELETE', `${API}/Messages/{message}.json`],
  ['GET', `${API}/Calls.json`, {}, 'calls'],
  ['GET', `${API}/Calls/{calls}.json`],
  ['POST', `${API}/Calls/{calls}/Recordings.json`, {}, 'recording'],
  ['GET', `${API}/Calls/{calls}/Recordings/{recording}.json`],
  ['GET', `${API}/Calls/{calls}/Recordings.json`],
  ['POST', `${API}/Calls/{calls}/Recordings/{recording}.json`, { Status: 'stopped' }],
  ['GET', `${API}/Recordings.json`],
  ['GET', `${API}/Recordings/{recording}.json`],
  ['DELETE', `${API}/Recordings/{recording}.json`],
  ['POST', `${API}/Calls/{calls}/Siprec.json`, { ConnectorName: 'c' }, 'siprec'],
  ['POST', `${API}/Calls/{calls}/Siprec/{siprec}.json`, { Status: 'stopped' }],
  ['POST', `${API}/Calls/{calls}/Transcriptions.json`, {}, 'transcription'],
  ['POST', `${API}/Calls/{calls}/Transcriptions/{transcription}.json`, { Status: 'stopped' }],
  ['GET', `${API}/Conferences.json`, {}, 'conferences'],
  ['GET', `${API}/Conferences/{conferences}.json`],
  ['GET', `${API}/Conferences/{conferences}/Participants.json`],
  ['GET', `${API}/Conferences/{conferences}/Participants/{calls}.json`],
  ['POST', `${API}/Conferences/{conferences}/Participants/{calls}.json`, { Muted: 'true' }],
  ['POST', `${API}/Conferences/{conferences}/Participants.json`, { From: OURS, To: '+14155550101' }],
  ['GET', `${API}/Conferences/{conferences}/Recordings.json`],
  ['DELETE', `${API}/Conferences/{conferences}/Participants/{calls}.json`],
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
  ['GET', `${MESSAGING}/{service}/ShortCodes`],
  ['DELETE', `${MESSAGING}/{service}/PhoneNumbers/{number}`],
  ['DELETE', `${MESSAGING}/{service}`],
  ['GET', 'https://content.twilio.com/v1/Content'],
  ['GET', 'https://lookups.twilio.com/v2/PhoneNumbers/+14155550100?Fields=line_type_intelligence,sim_swap'],
  ['GET', 'https://lookups.twilio.com/v2/PhoneNumbers/nonsense'],
  ['POST', VERIFY, { FriendlyName: 'Acme' }, 'verify'],
  ['POST', `${VERIFY}/{verify}`, { CodeLength: '5' }],
  ['GET', VERIFY],
  ['POST', `${VERIFY}/{verify}/Verifications`, { To: ADA, Channel: 'sms' }, 'verification'],
  ['GET', `${VERIFY}/{verify}/Verifications/{verification}`],
  ['POST', `${VERIFY}/{verify}/VerificationCheck`, { To: ADA, Code: '0' }],
  ['POST', `${VERIFY}/{verify}/Verifications/{verification}`, { Status: 'approved' }],
  ['DELETE', `${VERIFY}/{verify}`],
  ['POST', SYNC, { FriendlyName: 'store' }, 'sync'],
  ['POST', `${SYNC}/{sync}`, { FriendlyName: 'shop' }],
  ['GET', SYNC],
  ['POST', `${SYNC}/{sync}/Documents`, { UniqueName: 'a', Data: '{}', Ttl: '60' }, 'document'],
  ['GET', `${SYNC}/{sync}/Documents/{document}`],
  ['GET', `${SYNC}/{sync}/Documents`],
  ['DELETE', `${SYNC}/{sync}/Documents/{document}`],
  ['POST', `${SYNC}/{sync}/Lists`, {}, 'list'],
  ['POST', `${SYNC}/{sync}/Lists/{list}`, { Ttl: '0' }],
  ['GET', `${SYNC}/{sync}/Lists`],
  ['POST', `${SYNC}/{sync}/Lists/{list}/Items`, { Data: '{}' }],
  ['POST', `${SYNC}/{sync}/Lists/{list}/Items/0`, { Data: '{"n":1}' }],
  ['GET', `${SYNC}/{sync}/Lists/{list}/Items`],
  ['DELETE', `${SYNC}/{sync}/Lists/{list}/Items/0`],
  ['DELETE', `${SYNC}/{sync}/Lists/{list}`],
  ['POST', `${SYNC}/{sync}/Maps`, {}, 'map'],
  ['GET', `${SYNC}/{sync}/Maps/{map}`],
  ['POST', `${SYNC}/{sync}/Maps/{map}/Items`, { Key: 'k', Data: '{}' }],
  ['GET', `${SYNC}/{sync}/Maps/{map}/Items/k`],
  ['GET', `${SYNC}/{sync}/Maps/{map}/Items`],
  ['DELETE', `${SYNC}/{sync}`],
  ['POST', DESK, { FriendlyName: 'desk' }, 'desk'],
  ['POST', `${DESK}/{desk}`, { EventsFilter: 'task.created' }],
  ['GET', DESK],
  ['POST', `${DESK}/{desk}/Activities`, { FriendlyName: 'Lunch', Available: 'true' }, 'activity'],
  ['POST', `${DESK}/{desk}/Activities/{activity}`, { FriendlyName: 'Coffee' }],
  ['GET', `${DESK}/{desk}/Activities`],
  ['POST', `${DESK}/{desk}/TaskQueues`, { FriendlyName: 'all' }, 'taskQueue'],
  ['POST', `${DESK}/{desk}/TaskQueues/{taskQueue}`, { TaskOrder: 'LIFO' }],
  ['GET', `${DESK}/{desk}/TaskQueues`],
  [
    'POST',
    `${DESK}/{desk}/Workflows`,
    { FriendlyName: 'w', Configuration: '{"task_routing":{"default_filter":{"queue":"{taskQueue}"}}}' },
    'workflow',
  ],
  ['POST', `${DESK}/{desk}/Workflows/{workflow}`, { TaskReservationTimeout: '30' }],
  ['GET', `${DESK}/{desk}/Workflows`],
  ['POST', `${DESK}/{desk}/Workers`, { FriendlyName: 'ada', ActivitySid: '{activity}' }, 'worker'],
  ['GET', `${DESK}/{desk}/Workers/{worker}`],
  ['GET', `${DESK}/{desk}/Workers`],
  ['POST', `${DESK}/{desk}/Tasks`, { Attributes: '{}' }, 'task'],
  ['GET', `${DESK}/{desk}/Tasks/{task}`],
  ['GET', `${DESK}/{desk}/Tasks`],
  ['GET', `${DESK}/{desk}/Tasks/{task}/Reservations`, {}, 'reservations'],
  ['POST', `${DESK}/{desk}/Tasks/{task}/Reservations/{reservations}`, { ReservationStatus: 'accepted' }],
  ['GET', `${DESK}/{desk}/Workers/{worker}/Reservations`],
  ['POST', `${DESK}/{desk}/Tasks/{task}`, { AssignmentStatus: 'completed' }],
  ['DELETE', `${DESK}/{desk}/Tasks/{task}`],
  ['DELETE', `${DESK}/{desk}/Workers/{worker}`],
  ['DELETE', `${DESK}/{desk}`],
];

test('every answer has the fields, types and dates that Twilio’s documents say', async () => {
  const emulator = startEmulator({
    '/voice': '<Response><Dial><Conference>Standup</Conference></Dial></Response>',
  });
  await emulator.phone(ADA).call(OURS);
  const sids: Record<string, string> = {};
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => sids[name] ?? `{${name}}`);
  const problems: string[] = [];
  for (const [method, url, form = {}, as] of VISITS) {
    const body = new URLSearchParams(Object.entries(form).map(([name, value]) => [name, fill(value)]));
    const answer = await emulator.rest(
      new Request(fill(url), {
        method,
        headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` },
        ...(method === 'POST' && { body }),
      }),
    );
    const text = await answer.text();
    const content = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
    if (answer.status >= 400) problems.push(`${method} ${fill(url)}: ${text}`);
    problems.push(...findShapeProblems(method, fill(url), answer.status, content));
    if (as !== undefined) sids[as] = sidOf(content, as);
  }
  expect(problems).toEqual([]);
  expect(emulator.findings).toEqual([]);
});

/** The SID of what was made, or of the first in a list. */
function sidOf(content: Readonly<Record<string, unknown>> = {}, name: string): string {
  const [first] = Array.isArray(content[name]) ? (content[name] as { readonly sid: string }[]) : [];
  return first?.sid ?? String(content.sid);
}

test('every operation of Twilio’s documents is served', () => {
  const missing = Object.keys(operations).filter((name) => {
    const [method = '', url = ''] = name.split(' ');
    const { hostname, pathname } = new URL(url.replaceAll(/\{\w+\}/g, 'x'));
    return findRoute(hostname.replace('.twilio.com', ''), method, pathname) === undefined;
  });
  expect(missing).toEqual([]);
});
