import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { PayloadSchema } from '../../src/payloads/schema/schema.js';
import { anyText } from './any-text.js';
import { loadSamples } from './samples.js';

// zod decides when a schema is made whether it compiles it, so that the modules are loaded twice.
const compiled = await import('../../src/payloads/index.js');
z.config({ jitless: true });
vi.resetModules();
const interpreted = await import('../../src/payloads/index.js');

/** What a schema makes of parameters, in all that can be seen of it. */
function readWith({ schemaFor, findDrift, identifyWebhook }: typeof compiled, kind: string, parameters: object) {
  const schema = schemaFor(kind as never) as unknown as PayloadSchema<object>;
  const { success, data, error } = schema.safeParse(parameters);
  return {
    kind: identifyWebhook(parameters),
    issues: error?.issues,
    ...(success && { data, drift: findDrift(schema, data), written: z.encode(schema, data) }),
  };
}

test('reads, refuses and writes the same where code must not be generated, as on Cloudflare Workers', () => {
  expect(compiled.IncomingCall).not.toBe(interpreted.IncomingCall);
  const change = fc.constantFrom<(value: unknown) => unknown>(
    () => undefined,
    () => '',
    () => 'nonsense',
    (value) => [value, value],
    () => 7,
  );
  const changed = fc.constantFrom(...loadSamples('voice-calls')).chain(({ kind, body }) =>
    fc.tuple(
      fc.constant(kind),
      fc.constant(body),
      fc.dictionary(
        fc.constantFrom(...Object.keys(body), 'Own', 'constructor', 'SipHeader_X'),
        fc.oneof(
          change,
          fc.constant(() => '1'),
        ),
        { maxKeys: 6 },
      ),
      fc.dictionary(anyText, anyText, { maxKeys: 3 }),
    ),
  );
  fc.assert(
    fc.property(changed, ([kind, body, changes, own]) => {
      const touched = Object.entries(changes).map(([name, make]) => [name, make(body[name as never])]);
      const parameters = Object.fromEntries(
        [...Object.entries(body), ...touched, ...Object.entries(own)].filter(([, any]) => any !== undefined),
      );
      expect(readWith(interpreted, kind, parameters)).toStrictEqual(readWith(compiled, kind, parameters));
    }),
    { numRuns: 300 },
  );
});
