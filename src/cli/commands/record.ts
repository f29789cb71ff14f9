import { once } from 'node:events';
import type { Command } from 'commander';
import { stopListening } from '../../delivery/listening.js';
import { readTarget, withoutCredentials } from '../../delivery/loopback.js';
import type { CommandContext, Finish } from '../context.js';
import { fillLines } from '../help-text.js';
import { makePrintable } from '../printable.js';
import { readPort } from '../read-port.js';
import { readBytes } from '../record/flags.js';
import { openFolder } from '../record/folder.js';
import { isWebhook, type KeptWebhook, makeKeptWebhook, type ProxiedRequest } from '../record/kept-webhook.js';
import { listenHere } from '../record/listen.js';
import { makeProxy, type ProxiedUpgrade } from '../record/proxy.js';
import { Redactor } from '../record/redactor.js';

const EXAMPLES = `
Examples:
  $ ringback record --to http://localhost:3000 --out captured/
  $ ringback record --port 4040 --to http://localhost:3000 --out captured/ --keep

Point your tunnel at the port of this proxy: it passes everything on, and keeps what has an X-Twilio-Signature, a file each.
Names, numbers, texts, places and tokens are taken out, and the same number is the same in all files. With --keep all of it
stays as it came, so that \`ringback explain\` can verify it: keep such files to yourself.

It listens on 127.0.0.1 alone, and ends with Ctrl+C.`;

interface RecordFlags {
  readonly port: number;
  readonly to: string;
  readonly out: string;
  readonly maxBytes: number;
  readonly keep?: true;
  readonly allowRemote?: true;
  readonly json?: true;
}

/** `ringback record`: keeps what passes on its way to a server. */
export function addRecordCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('record')
    .summary('keep the webhooks that pass on their way to a server')
    .description('Passes requests on to a server, and keeps the webhooks among them as fixtures for tests.')
    .requiredOption('--to <url>', 'where your server listens')
    .requiredOption('--out <folder>', 'where the files go')
    .option('--port <number>', 'where to listen; 0 for any that is free', readPort, 4040)
    .option('--keep', 'keep names, numbers, texts and signatures too')
    .option('--max-bytes <number>', 'the largest body that is passed on', readBytes, 1_048_576)
    .option('--allow-remote', 'pass on to another machine')
    .option('--json', 'print a line of JSON for each file')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (flags: RecordFlags) => {
      const target = readTarget(flags.to, flags);
      const keeper = await openFolder(flags.out);
      const redactor = flags.keep ? undefined : new Redactor();
      const saving = new Set<Promise<void>>();
      const save = async (proxied: ProxiedRequest) => {
        const kept = makeKeptWebhook(proxied, redactor);
        const file = await keeper.save(kept);
        context.stdout.write(flags.json ? `${JSON.stringify({ file, ...describe(kept) })}\n` : describeLine(file, kept, proxied));
      };
      const proxy = makeProxy({
        target,
        maxBytes: flags.maxBytes,
        onProxied: async (proxied) => {
          if (!isWebhook(proxied)) return;
          const saved = save(proxied);
          saving.add(saved);
          await saved.finally(() => saving.delete(saved));
        },
        onUpgraded: (upgrade) => {
          if (isWebhook(upgrade))
            context.stdout.write(flags.json ? `${JSON.stringify(describeUpgrade(upgrade))}\n` : writeUpgrade(upgrade));
        },
        onFault: (message) => context.stderr.write(`${makePrintable(message)}\n`),
      });
      const url = await listenHere(proxy, flags.port);
      context.stderr.write(`${url} passes on to ${withoutCredentials(target.href)}; files go to ${flags.out}. Ctrl+C ends it.\n`);
      await ended(context.signal);
      await stopListening(proxy);
      await Promise.allSettled(saving);
      finish(0);
    });
}

function describe({ kind, request, response }: KeptWebhook): object {
  return { kind, method: request.method, url: request.url, status: response.status, durationMs: response.durationMs };
}

/** A WebSocket is passed on and no file is made of it: what is said in it belongs to people. */
function describeUpgrade({ url, status }: ProxiedUpgrade): object {
  return { kind: 'websocket', method: 'GET', url: pathOf(url), status };
}

function writeUpgrade({ url, status }: ProxiedUpgrade): string {
  return `WebSocket ${makePrintable(pathOf(url))} ${status}\n`;
}

function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?]*/i, '').replace(/\?.*/s, '');
}

function describeLine(file: string, { request, response }: KeptWebhook, { url }: ProxiedRequest): string {
  return `${file}  ${request.method} ${makePrintable(pathOf(url))} ${response.status} in ${response.durationMs} ms\n`;
}

async function ended(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
