import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { schemaFor, type WebhookKind } from '../../../src/payloads/index.js';
import { hold } from '../target.js';

/** What was read can be written, and is the same when it is read again. */
export function checkWritten(kind: WebhookKind, payload: unknown): void {
  const schema = schemaFor(kind) as unknown as z.ZodType;
  const written = z.encode(schema, payload);
  const again = schema.safeParse(written);
  hold(again.success, `What ${kind} has written it does not read`);
  hold(isDeepStrictEqual(z.encode(schema, again.data), written), `What ${kind} has written and read again is written otherwise`);
}
