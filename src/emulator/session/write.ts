import { TEST_AUTH_TOKEN } from '../../fixtures/test-auth-token.js';
import { maskHeaders } from '../control/webhook-detail.js';
import type { EmulatorEvent } from '../events.js';
import { findBySeq } from '../find-by-seq.js';
import type { World } from '../world.js';
import { SessionFiles } from './files.js';
import { type MessageContent, SESSION_VERSION, type Session, type SessionEvent, type SessionHead, type SettingsLine } from './format.js';
import { redact } from './redact.js';

/** What the lines of one session file have in common. */
export interface SessionParts {
  readonly files: SessionFiles;
  /** What must not be written, wherever it is, beside what the emulator itself keeps secret. */
  readonly secrets: readonly string[];
}

/** Writes an event as a line, with what belongs to it. */
export function writeEvent(event: EmulatorEvent, world: World, { files, secrets }: SessionParts): string {
  const line = { v: SESSION_VERSION, ...addContent(event, world), ...addFiles(event, world, { files, secrets }) };
  return writeLine(line, world, secrets);
}

function addFiles(event: EmulatorEvent, world: World, { files, secrets }: SessionParts): Pick<MessageContent, 'files'> {
  if (event.type !== 'message') return {};
  const media = world.messaging.find(event.messageSid)?.media ?? [];
  const described = files.describe(media, allSecrets(world, secrets));
  return described === undefined ? {} : { files: described };
}

/** Writes the first line. */
export function writeHead(world: World, { version, app }: { readonly version: string; readonly app: string }): string {
  const { publicUrl, accountSid } = world.settings;
  const head: SessionHead = {
    ...{ v: SESSION_VERSION, seq: 0, at: world.clock.now, type: 'session', ringback: version },
    ...{ publicUrl, accountSid, app, causes: [] },
  };
  return writeLine(head, world, []);
}

/** Tells how numbers and telephones are set up now. */
export function describeSettings(world: World, app: string): Pick<SettingsLine, 'publicUrl' | 'app' | 'numbers' | 'phones'> {
  return {
    publicUrl: world.settings.publicUrl,
    app,
    numbers: Object.fromEntries(world.directory.numbers),
    phones: Object.fromEntries([...world.phones].map(([address, { person }]) => [address, person])),
  };
}

/** Writes how numbers and telephones are set up. @param seq - The event before. */
export function writeSettings(world: World, settings: ReturnType<typeof describeSettings>, seq = 0): string {
  const line: SettingsLine = {
    v: SESSION_VERSION,
    seq,
    at: world.clock.now,
    type: 'settings',
    ...settings,
    causes: [],
  };
  return writeLine(line, world, []);
}

/** Adds to an event what there is of it elsewhere. */
export function addContent(event: EmulatorEvent, world: World): SessionEvent {
  if (event.type === 'message') {
    const { media = [], buttons = [] } = world.messaging.find(event.messageSid) ?? {};
    return {
      ...event,
      ...(media.length > 0 && { media: media.map(({ contentType }) => contentType) }),
      ...(buttons.length > 0 && { buttons }),
    };
  }
  if (event.type !== 'webhook' && event.type !== 'answer') return event;
  const seq = event.type === 'webhook' ? event.seq : event.causes[0];
  const attempt = findBySeq(world.webhooks, seq);
  if (event.type === 'webhook') {
    const { target = event.url, parameters = {}, request } = attempt ?? {};
    return { ...event, target, parameters, headers: maskHeaders(request?.headers ?? {}) };
  }
  const { headers, body } = attempt?.response ?? {};
  const findings = attempt?.findings ?? [];
  return {
    ...event,
    ...(headers !== undefined && { headers: maskHeaders(headers) }),
    ...(body !== undefined && { body }),
    ...(findings.length > 0 && { findings }),
  };
}

/** All that is kept of a world, as a session file has it. */
export function describeSession(world: World, of: { readonly version: string; readonly app: string }): Session {
  const settings = describeSettings(world, of.app);
  const head = JSON.parse(writeHead(world, of)) as SessionHead;
  return { head, settings, events: world.log.events.map((event) => addContent(event, world)) };
}

/** The same as text. */
export function writeSession(world: World, of: { readonly version: string; readonly app: string }): string {
  const parts = { files: new SessionFiles(), secrets: [] };
  const events = world.log.events.map((event) => writeEvent(event, world, parts));
  return [writeHead(world, of), writeSettings(world, describeSettings(world, of.app)), ...events].join('');
}

/** A line of JSON, without secrets. */
function writeLine(line: object, world: World, more: readonly string[]): string {
  return `${JSON.stringify(redact(line, allSecrets(world, more)))}\n`;
}

/** The token of tests is everybody's; and the account of tests has it in its SID, which has to stay readable. */
function allSecrets(world: World, more: readonly string[]): readonly string[] {
  return [world.settings.authToken, ...world.keys.values(), ...more].filter((secret) => secret !== TEST_AUTH_TOKEN);
}
