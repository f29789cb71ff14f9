// What the package costs those who build with it and start with it: bytes in a bundle, modules and time to load, time and memory of the
// compiler. Needs a build. The bytes are exact; the times are medians of runs in which the rivals take turns.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../tools/bundle.js';
import { median, report, table, versionOf } from './measure.js';

const root = resolve(import.meta.dirname, '..');

const LAMBDA = 'a function on Lambda that answers a message';
const LAMBDA_BY_TWILIO = 'the same by twilio-node';

/** Programs to weigh; twilio-node has no part for payloads. */
const PROGRAMS = {
  'signature: `verifySignature`, with its explanations': "export { verifySignature } from 'ringback/signature';",
  'signature: `isSignatureValid`': "export { isSignatureValid } from 'ringback/signature';",
  'signature: twilio-node, `twilio/lib/webhooks/webhooks`': "export { validateRequest } from 'twilio/lib/webhooks/webhooks.js';",
  'voice builder, all elements': "export { voiceResponse } from 'ringback/twiml';",
  'voice builder: twilio-node, `VoiceResponse`': "export { default } from 'twilio/lib/twiml/VoiceResponse.js';",
  'messaging builder': "export { messagingResponse } from 'ringback/twiml';",
  'zod alone': "import * as z from 'zod';\nexport const schema = z.looseObject({ Body: z.string().optional() });",
  'one payload, with zod': "export { IncomingMessage } from 'ringback/payloads/messaging';",
  'all payloads, with zod': "export * from 'ringback/payloads';",
  [LAMBDA]: `import { webhook } from 'ringback/lambda';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { messagingResponse } from 'ringback/twiml';
export const handler = webhook(IncomingMessage, (message) => messagingResponse().message(\`You said \${message.Body}\`));`,
  [LAMBDA_BY_TWILIO]: `import twilio from 'twilio';
export async function handler({ headers, body }) {
  const parameters = Object.fromEntries(new URLSearchParams(Buffer.from(body, 'base64').toString()));
  if (!twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN, headers['x-twilio-signature'], process.env.URL, parameters)) return { statusCode: 403 };
  const reply = new twilio.twiml.MessagingResponse();
  reply.message(\`You said \${parameters.Body}\`);
  return { statusCode: 200, headers: { 'content-type': 'text/xml' }, body: reply.toString() };
}`,
  'twilio-node as a whole': "import twilio from 'twilio';\nexport const { validateRequest, twiml } = twilio;",
};

async function weigh() {
  const sizes = new Map();
  for (const [name, program] of Object.entries(PROGRAMS)) sizes.set(name, (await bundle(program)).size);
  return sizes;
}

/** The package on disk, as it is installed without what it needs. */
function weighOnDisk() {
  const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(root, 'dist', file)))
    .filter((file) => file.isFile());
  return `${(files.reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1)} MB, ${files.length} files`;
}

/** The functions on Lambda as what they are deployed as: one file each, minified. */
async function writeFunctions(folder) {
  const files = new Map();
  for (const [at, name] of [LAMBDA, LAMBDA_BY_TWILIO].entries()) {
    const file = join(folder, `function-${at}.cjs`);
    writeFileSync(file, (await bundle(PROGRAMS[name], 'cjs')).code);
    files.set(name, file);
  }
  return files;
}

/** What an application of Express loads of us. */
const APPLICATION = 'ringback/express, ringback/payloads/messaging, ringback/twiml';

/** What Node's first import costs, whatever is imported. */
const NOTHING = 'data:text/javascript,';

/** What is loaded, cold, in a process of its own; several one after another. */
const IMPORTS = [
  NOTHING,
  'ringback/twiml',
  'ringback/signature',
  'ringback/payloads/messaging',
  'ringback',
  APPLICATION,
  'zod',
  'twilio/lib/twiml/VoiceResponse.js',
  'twilio/lib/webhooks/webhooks.js',
  'twilio',
];

/** Milliseconds of the processor that an import takes in a new process, without the start of Node: others may want the machine too. */
function load(specifier) {
  const code = `const start = process.cpuUsage();
${specifier
  .split(', ')
  .map((one) => `await import(${JSON.stringify(one)});`)
  .join('\n')}
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' }));
}

async function loadAll(rounds = 15) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
  try {
    const imports = new Map([...IMPORTS.map((specifier) => [specifier, specifier]), ...(await writeFunctions(folder))]);
    const times = new Map([...imports.keys()].map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) for (const [name, list] of times) list.push(load(imports.get(name)));
    return new Map([...times].map(([name, list]) => [name, median(list)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Small applications, as a compiler sees them. */
const SOURCES = {
  'nothing but the types of Node': 'export const port: number = Number(process.env.PORT);',
  'ringback: a webhook that answers a message': `import { IncomingMessage, messagingResponse, webhook } from 'ringback';
export const POST = webhook(IncomingMessage, (message) => messagingResponse().message(\`You said \${message.Body}\`));`,
  'twilio-node: the same reply': `import twilio from 'twilio';
export function answer(token: string, signature: string, url: string, parameters: Record<string, string>) {
  if (!twilio.validateRequest(token, signature, url, parameters)) return undefined;
  const response = new twilio.twiml.MessagingResponse();
  response.message(\`You said \${parameters.Body}\`);
  return response.toString();
}`,
};

/** Seconds, megabytes and lines that the compiler takes, beside one another. */
function compileAll(rounds = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'ringback'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const costs = new Map(Object.keys(SOURCES).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, source] of Object.entries(SOURCES)) costs.get(name).push(compile(folder, source));
    }
    return new Map(
      [...costs].map(([name, list]) => [
        name,
        Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((one) => one[key]))])),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(folder, source) {
  const file = join(folder, 'app.ts');
  writeFileSync(file, source);
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'nodenext', target: 'es2022', types: 'node', paths: undefined };
  const config = {
    compilerOptions: {
      ...options,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      baseUrl: undefined,
      paths: { ringback: [join(root, 'dist/index.d.ts')] },
    },
    files: [file],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const output = execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--project', folder, '--extendedDiagnostics'],
    { cwd: folder, encoding: 'utf8' },
  );
  const find = (label) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(output)?.[1]);
  return {
    seconds: find('Total time'),
    megabytes: find('Memory used') / 1024,
    lines: find('Lines of TypeScript') + find('Lines of Definitions'),
  };
}

function titleOf(name) {
  if (name === NOTHING) return 'an empty module';
  return name.startsWith(LAMBDA) || name === LAMBDA_BY_TWILIO ? `${name}: one file, bundled` : `\`${name}\``;
}

const sizes = await weigh();
const times = await loadAll();
const costs = compileAll();
const kilobytes = (name) => sizes.get(name) / 1024;
const zod = kilobytes('zod alone');
const [nothing, ours, theirs] = [...costs.values()];
report({
  heading: 'Package',
  text: [
    `By \`node bench/package.js --write\`, with TypeScript ${versionOf('typescript')}, esbuild ${versionOf('esbuild')}, zod ${versionOf('zod')}, twilio ${versionOf('twilio')} on Node ${process.versions.node}.`,
    'Bundles, minified and compressed, in KB of 1,024 bytes.',
    table(
      ['bundle', 'KB'],
      [...sizes].map(([name, size]) => [name, (size / 1024).toFixed(1)]),
    ),
    'Loading in a new process, without the start of Node: milliseconds of the processor. The first row is an empty module.',
    table(
      ['import', 'ms'],
      [...times].map(([name, time]) => [titleOf(name), time.toFixed(1)]),
    ),
    'The compiler, on a project of one file.',
    table(
      ['project', 'lines', 's', 'MB'],
      [...costs].map(([name, { lines, seconds, megabytes }]) => [
        name,
        lines.toLocaleString('en'),
        seconds.toFixed(2),
        megabytes.toFixed(0),
      ]),
    ),
  ].join('\n\n'),
  goals: [
    [
      'import of `ringback/twiml`',
      'under 8 ms, under 1/10 of twilio-node',
      `${times.get('ringback/twiml').toFixed(1)} ms, 1/${(times.get('twilio') / times.get('ringback/twiml')).toFixed(0)}`,
    ],
    [
      'import of `ringback/signature`',
      'under 0.06 of twilio-node',
      `${times.get('ringback/signature').toFixed(1)} ms, ${(times.get('ringback/signature') / times.get('twilio')).toFixed(2)}`,
    ],
    [
      'import of an Express application: adapter, one family, TwiML',
      'under 1.35 times zod',
      `${(times.get(APPLICATION) / times.get('zod')).toFixed(2)}`,
    ],
    [
      'import of `ringback`',
      'under 1.6 times zod, 0.8 of twilio-node',
      `${(times.get('ringback') / times.get('zod')).toFixed(2)}, ${(times.get('ringback') / times.get('twilio')).toFixed(2)}`,
    ],
    ['the package on disk', 'at most 6 MB, 600 files', weighOnDisk()],
    [
      'bundle: signature',
      '4.5 KB',
      `${kilobytes('signature: `isSignatureValid`').toFixed(1)} KB; with explanations ${kilobytes('signature: `verifySignature`, with its explanations').toFixed(1)} KB`,
    ],
    ['bundle: voice builder', '8 KB', `${kilobytes('voice builder, all elements').toFixed(1)} KB`],
    ['bundle: messaging builder', '2 KB', `${kilobytes('messaging builder').toFixed(1)} KB`],
    ['bundle: one payload', 'zod + 1.5 KB', `zod + ${(kilobytes('one payload, with zod') - zod).toFixed(1)} KB`],
    ['bundle: all payloads', 'zod + 30 KB', `zod + ${(kilobytes('all payloads, with zod') - zod).toFixed(1)} KB`],
    [
      'compiler: time over that of an empty project',
      'under 1/4 of twilio-node',
      `1/${((theirs.seconds - nothing.seconds) / (ours.seconds - nothing.seconds)).toFixed(1)}`,
    ],
    [
      'compiler: memory over that of an empty project',
      'under 1/4 of twilio-node',
      `1/${((theirs.megabytes - nothing.megabytes) / (ours.megabytes - nothing.megabytes)).toFixed(1)}`,
    ],
  ],
});
