import { join } from 'node:path';
import { noteRealWebhook } from '../../emulator/wire/note-real-webhook.js';
import type { WorldKeeper } from '../../emulator/world-keeper.js';
import { LineError } from '../../line/line-error.js';
import { parseForm, type WebhookKind } from '../../payloads/index.js';
import { readHeader } from '../../request/headers.js';
import { UsageError } from '../context.js';
import { describeLineEvent, describeLineSocket, describeLineWebhook } from '../line/describe-line.js';
import type { LineWebhook } from '../line/line-webhook.js';
import { type LineListener, type LineSurroundings, startLine } from '../line/start-line.js';
import type { ProxiedRequest } from '../record/kept-webhook.js';
import type { DevFlags } from './settings.js';
import type { DevTerminal } from './terminal.js';

/** What a line of `ringback dev` belongs to. */
export interface DevLineParts {
  /** The folder of the project's files. */
  readonly folder: string;
  readonly keeper: WorldKeeper;
  readonly terminal: DevTerminal;
  /** Where the application is at the time. */
  readonly readApp: () => string;
}

/** A line beside the emulator. */
export interface DevLine {
  /** Rejects when the line does not come up, or when its tunnel ends. */
  readonly failed: Promise<never>;
  /** Puts the old URLs back, of a line that is not open yet too. */
  close(): Promise<void>;
}

/** Opens a line to the application: what comes over it is told of in the terminal and in the session, beside what the emulator sends. */
export function openDevLine(flags: DevFlags, parts: DevLineParts, surroundings: LineSurroundings): DevLine {
  const { voice, sms, status, line: wanted = [], tunnel, tunnelUrl, linePort, basicAuth, yes } = flags;
  const options = {
    ...{ wanted, tunnel, tunnelUrl, port: linePort, basicAuth, yes },
    paths: { voice: checkPath('--voice', voice), messages: checkPath('--sms', sms), status: checkPath('--status', status) },
    readTarget: () => new URL(parts.readApp()),
    out: join(parts.folder, 'captured'),
    maxBytes: 1_048_576,
  };
  const ending = new AbortController();
  const signal = AbortSignal.any([surroundings.signal, ending.signal]);
  const starting = startLine(options, { ...surroundings, signal }, makeListener(parts));
  const failed = starting.then(async (line) => {
    if (!line.isVerifying)
      parts.terminal.warn('Webhooks of the line are not verified: set TWILIO_AUTH_TOKEN, which an API key does not tell.');
    if (line.credentials !== undefined) parts.terminal.tell(`whoever calls the line must know ${line.credentials}, which is in its URLs`);
    throw new LineError('LINE_TUNNEL', `The tunnel has ended, and with it the line: ${await line.ended}`);
  });
  // Whoever waits for it hears of it; at the end nobody does.
  failed.catch(() => undefined);
  return {
    failed,
    async close() {
      ending.abort();
      const line = await starting.catch((error: unknown) => {
        // Whoever ends it wants to hear no more than what could not be put back.
        if (error instanceof LineError && error.code === 'LINE_JOURNAL') throw error;
        return undefined;
      });
      await line?.close();
    },
  };
}

function checkPath(option: string, path: string | undefined): string | undefined {
  if (path === undefined || path.startsWith('/')) return path;
  throw new UsageError(`With --line ${option} is a path, such as /voice; got ${JSON.stringify(path)}`);
}

function makeListener({ terminal, keeper }: DevLineParts): LineListener {
  return {
    onEvent: (event) => {
      for (const line of describeLineEvent(event, { colours: false })) terminal.tell(line);
    },
    onWebhook: (webhook, proxied) => {
      for (const line of describeLineWebhook(webhook, { colours: false })) terminal.tell(line);
      note(webhook, proxied, keeper);
    },
    onSocket: (socket) => terminal.tell(describeLineSocket(socket)),
    onFault: (message) => terminal.warn(message),
  };
}

/** What is not known to be of some kind has no place among the webhooks; the terminal has told of it. */
function note({ kind, signed, findings }: LineWebhook, proxied: ProxiedRequest, { world }: WorldKeeper): void {
  if (kind === undefined) return;
  const { method, url, headers, body, response, at } = proxied;
  const form = parseForm(method === 'GET' ? (/\?([^#]*)/.exec(url)?.[1] ?? '') : body);
  const isForm = method === 'GET' || /^application\/x-www-form-urlencoded/i.test(readHeader(headers, 'content-type') ?? '');
  noteRealWebhook(
    {
      ...{ kind: kind as WebhookKind, method, url, at: at.getTime(), durationMs: Math.round(response.durationMs), findings },
      parameters: isForm ? Object.fromEntries(Object.entries(form).map(([name, value]) => [name, [value].flat().at(-1) ?? ''])) : {},
      request: { headers: textHeaders(headers), body },
      response: { status: response.status, headers: textHeaders(response.headers), body: response.body },
      isSigned: signed === 'unknown' ? undefined : signed === 'yes',
    },
    world,
  );
}

/** Credentials are nobody's to keep. */
function textHeaders(headers: ProxiedRequest['headers'] | ProxiedRequest['response']['headers']): Record<string, string> {
  const pairs = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !/^(?:proxy-)?authorization$|^cookie$/i.test(name),
  );
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}
