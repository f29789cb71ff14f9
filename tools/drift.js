// Tells how far Twilio has moved on. Without arguments: where our tables of TwiML differ from the version of `twilio` that is installed.
// With files: which kinds, parameters and values they hold that we do not know. A file is what `ringback record` wrote, a HAR, a raw
// request, a curl command, or the JSON of a body. Needs a build. The exit code is 1 when something is found.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { findDrift, identifyWebhook, parseForm, schemaFor } from 'ringback/payloads';
import { describeElement } from 'ringback/twiml/document';
import { compareTwiml, isAllowed, listStale, readOurs, readTwilio } from './drift-twiml.js';

const root = resolve(import.meta.dirname, '..');

/** Compares the tables of TwiML, and writes what differs. Returns whether something does that may not. */
export function checkTwiml(write = console.log) {
  const { version, families } = readTwilio();
  const differences = compareTwiml(families, readOurs(describeElement));
  const found = differences.filter((difference) => !isAllowed(difference));
  for (const { side, what } of found) write(`${side === 'theirs' ? `twilio ${version} alone has` : 'we alone have'} ${what}`);
  for (const { what } of listStale(differences)) write(`tools/drift-twiml.js allows ${what.join(', ')}, which is no difference any more`);
  write(`${found.length} differences from twilio ${version}, ${differences.length - found.length} more are allowed`);
  return found.length > 0 || listStale(differences).length > 0;
}

/**
 * What the bodies in a file hold that we do not know, a line each.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<string[]>}
 */
export async function listUnknown(bytes) {
  return (await readBodies(bytes)).flatMap((body) => {
    const kind = identifyWebhook(body);
    if (kind === undefined) return [`an unknown kind of webhook, with ${Object.keys(Object(body)).join(', ') || 'nothing in it'}`];
    const schema = /** @type {import('ringback/payloads').PayloadSchema<object>} */ (schemaFor(kind));
    const read = schema.safeParse(body);
    if (!read.success) return read.error.issues.map(({ path, message }) => `${kind} ${path.map(String).join('.')}: ${message}`);
    const { unknownParameters, unknownValues } = findDrift(schema, /** @type {object} */ (read.data));
    return [
      ...unknownParameters.map((name) => `${kind} has the unknown parameter ${name}`),
      ...unknownValues.map(({ parameter, value }) => `${kind} has the unknown value ${JSON.stringify(value)} of ${parameter}`),
    ];
  });
}

/** @param {Uint8Array} bytes */
async function readBodies(bytes) {
  const json = readJson(new TextDecoder().decode(bytes));
  const isRecording = typeof json === 'object' && json !== null && 'request' in json && 'redacted' in json;
  if (isRecording) return [/** @type {{ request: { parameters: unknown } }} */ (json).request.parameters];
  const isArchive = typeof json === 'object' && json !== null && 'log' in json;
  if (json !== undefined && !isArchive) return [json];
  const captured = (await loadReader())(bytes);
  return captured.map(({ method, url, headers, body }) => {
    if (method === 'GET') return parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');
    const text = typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
    return /\bjson\b/i.test(String(headers['content-type'])) && typeof text === 'string' ? readJson(text) : parseText(text);
  });
}

/**
 * The reader of requests that tools have kept is a part of the command.
 *
 * @returns {Promise<typeof import('../src/cli/captured/captured.js').readCaptured>}
 */
async function loadReader() {
  const entryPoints = [resolve(root, 'src/cli/captured/captured.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'error' });
  const { readCaptured } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return readCaptured;
}

/** @param {unknown} body */
function parseText(body) {
  return typeof body === 'string' ? parseForm(body) : body;
}

/** @param {string} text */
function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const files = process.argv.slice(2);
  let isFound = false;
  if (files.length === 0) isFound = checkTwiml();
  for (const file of files) {
    const lines = await listUnknown(readFileSync(file));
    isFound ||= lines.length > 0;
    for (const line of lines) console.log(`${file}: ${line}`);
  }
  process.exitCode = isFound ? 1 : 0;
}
