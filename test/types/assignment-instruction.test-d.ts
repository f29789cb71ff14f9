import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type {
  AcceptInstruction,
  CallInstruction,
  ConferenceInstruction,
  DequeueInstruction,
  RedirectInstruction,
  RejectInstruction,
} from '../../src/payloads/taskrouter/index.js';
import type { acceptInstruction } from '../../src/payloads/taskrouter/replies/accept-instruction.js';
import type { callInstruction } from '../../src/payloads/taskrouter/replies/call-instruction.js';
import type { conferenceInstruction } from '../../src/payloads/taskrouter/replies/conference-instruction.js';
import type { dequeueInstruction } from '../../src/payloads/taskrouter/replies/dequeue-instruction.js';
import type { redirectInstruction } from '../../src/payloads/taskrouter/replies/redirect-instruction.js';
import type { rejectInstruction } from '../../src/payloads/taskrouter/replies/reject-instruction.js';

type KeysOf<Make extends () => z.ZodType> = keyof z.output<ReturnType<Make>>;

test('an instruction has the same keys in its type and in its schema', () => {
  expectTypeOf<KeysOf<typeof acceptInstruction>>().toEqualTypeOf<keyof AcceptInstruction>();
  expectTypeOf<KeysOf<typeof callInstruction>>().toEqualTypeOf<keyof CallInstruction>();
  expectTypeOf<KeysOf<typeof conferenceInstruction>>().toEqualTypeOf<keyof ConferenceInstruction>();
  expectTypeOf<KeysOf<typeof dequeueInstruction>>().toEqualTypeOf<keyof DequeueInstruction>();
  expectTypeOf<KeysOf<typeof redirectInstruction>>().toEqualTypeOf<keyof RedirectInstruction>();
  expectTypeOf<KeysOf<typeof rejectInstruction>>().toEqualTypeOf<keyof RejectInstruction>();
});
