import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { consumer, entries, run, tools, writeProject } from './project.js';

/** Every way of resolution with every compiler, and half of them without the types of browsers: each run takes its time. */
const modern = ['5.4', '5.9', '6', '7'].flatMap((version) => [
  {
    version,
    library: 'with the types of browsers',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
  },
  { version, library: 'with the types of browsers', lib: ['es2022', 'dom', 'dom.iterable'], module: 'esnext', moduleResolution: 'bundler' },
  { version, library: 'with those of Node alone', lib: ['es2022'], module: 'node16', moduleResolution: 'node16' },
]);

/** What `module: commonjs` means to a compiler of version 5: it knows no exports map, and goes by `typesVersions`. */
const old = ['5.4', '5.9'].map((version) => ({
  version,
  library: 'with those of Node alone',
  lib: ['es2022'],
  module: 'commonjs',
  moduleResolution: 'node10',
}));

const cases = [...modern, ...old];

const everything = entries.map((name, index) => `import * as entry${index} from '${name}';\nexport { entry${index} };`).join('\n');
const use = `import { identifyWebhook, isSignatureValid, voiceResponse, webhookRouter } from 'ringback';
import { CallStatusCallback, GatherResult, IncomingCall } from 'ringback/payloads/voice';
import { fixture } from 'ringback/testing';

const call: CallStatusCallback = fixture(CallStatusCallback, { CallDuration: 62 });
export const seconds: number | undefined = call.CallDuration;
export const valid: boolean = isSignatureValid({ url: 'https://example.com/', headers: {}, body: '' }, { authToken: 'a'.repeat(32) });
export const kind: string | undefined = identifyWebhook('CallSid=CA1');
export const POST = webhookRouter()
  .on(IncomingCall, ({ From }) => voiceResponse().gather({ numDigits: 1, action: '/menu' }, (gather) => gather.say(From)))
  .on(GatherResult, ({ Digits }) => voiceResponse().say(\`You pressed \${Digits}\`).hangup());
// @ts-expect-error -- it is misspelt
voiceResponse().gather({ numDigit: 1 }, (gather) => gather.say('Press one.'));
// @ts-expect-error -- what is chained would stand behind it
voiceResponse().gather({ numDigits: 1 }).say('Press one.');
// @ts-expect-error -- it is no number
export const wrong: string = call.CallDuration;
`;

describe('The published types', () => {
  test.each(cases)(
    'are right for TypeScript $version by $moduleResolution, $library',
    async ({ version, lib, module, moduleResolution }) => {
      const folder = writeProject({
        'use.ts': `${use}${everything}`,
        ...(moduleResolution.startsWith('node') && { 'use.cts': use }),
        'tsconfig.json': {
          compilerOptions: {
            module,
            moduleResolution,
            lib,
            target: 'es2022',
            types: ['node'],
            typeRoots: [join(consumer, 'node_modules/@types')],
            strict: true,
            exactOptionalPropertyTypes: true,
            // zod's own types want it from old CommonJS projects, and `tsc --init` sets it.
            ...(module === 'commonjs' && { esModuleInterop: true }),
            skipLibCheck: false,
            noEmit: true,
          },
        },
      });
      const { code, output } = await run(folder, 'node', join(tools, `typescript-${version}/bin/tsc`), '--project', folder);
      expect(output).toBe('');
      expect(code).toBe(0);
    },
  );
});
