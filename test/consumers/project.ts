import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { listEntries } from '../../tools/entries.js';

/** The folder in which the package is installed. */
export const consumer = inject('consumer');

/** The package as it would be published. */
export const tarball: string = inject('tarball');

/** The tools of this folder. */
export const tools = resolve(import.meta.dirname, 'node_modules');

/** Every entry that holds code, as one would import it. */
export const entries = listEntries().map(({ name }) => `ringback${name.slice(1)}`);

/** Writes files into a new folder beside the installed package, from where it is found. */
export function writeProject(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(join(consumer, 'project-'));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** Runs a program to its end. A failure is part of the answer. */
export function run(folder: string, command: string, ...parameters: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    execFile(command, parameters, { cwd: folder, timeout: 300_000, maxBuffer: 1e7 }, (error, stdout, stderr) => {
      if (typeof error?.code === 'string') fail(error);
      else done({ code: error === null ? 0 : (error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}

/** A program that answers one signed message and one forged one, and prints what comes back. */
export const program = `import { IncomingMessage } from 'ringback/payloads/messaging';
import { signedRequest, tamperedRequest } from 'ringback/testing';
import { messagingResponse } from 'ringback/twiml';
import { lintTwiml } from 'ringback/twiml/document';
import { webhook } from 'ringback/webhook';

const authToken = '0123456789abcdef0123456789abcdef';
const options = { url: 'https://example.com/sms', authToken };
const POST = webhook(IncomingMessage, { authToken, onRejected() {} }, ({ Body }) => messagingResponse().message(\`You said \${Body}\`));

export async function tell() {
  const good = await POST(signedRequest(IncomingMessage, { Body: 'ahoy' }, options));
  const bad = await POST(tamperedRequest(IncomingMessage, { Body: 'ahoy' }, options, 'wrong-token'));
  const text = await good.text();
  return [good.status, text, lintTwiml(text).length, bad.status].join(' ');
}
`;

/** What the program tells. */
export const told = '200 <?xml version="1.0" encoding="UTF-8"?><Response><Message>You said ahoy</Message></Response> 0 403';
