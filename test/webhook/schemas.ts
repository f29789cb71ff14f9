// Kinds of webhook with what the handler has to cope with: an answer in JSON, one of two families, a body in JSON, no signature.
import * as z from 'zod';
import { form, type PayloadOf, unsignedForm } from '../../src/payloads/schema/form.js';
import { json } from '../../src/payloads/schema/json.js';
import type { PayloadSchema } from '../../src/payloads/schema/schema.js';

type Task = PayloadOf<{ TaskSid: z.ZodString }>;

type Instruction =
  | { instruction: 'accept' }
  | { instruction: 'dequeue'; from?: string | undefined; options?: { record?: boolean | undefined } | undefined };

const instruction: z.ZodType<Instruction> = z.discriminatedUnion('instruction', [
  z.object({ instruction: z.literal('accept') }),
  z.object({
    instruction: z.literal('dequeue'),
    from: z.string().optional(),
    options: z.object({ record: z.boolean().optional() }).optional(),
  }),
]);

const parameters = [{ TaskSid: z.string() }];

/** Wants an instruction in JSON, within five seconds. */
export const Assignment: PayloadSchema<Task, 'test.assignment', 'json', Instruction> = form({
  kind: 'test.assignment',
  title: 'Assignment',
  expects: 'json',
  reply: instruction,
  deadlineMs: 4000,
  methods: ['POST'],
  signs: [{ has: ['TaskSid'] }],
  parameters,
});

/** Wants a voice document or JSON of any shape. */
export const Either: PayloadSchema<Task, 'test.either', readonly ['voice-twiml', 'json']> = form({
  kind: 'test.either',
  title: 'Either',
  expects: ['voice-twiml', 'json'],
  methods: ['POST', 'GET', 'PUT'],
  signs: [{ has: ['TaskSid'] }],
  parameters,
});

/** Sends JSON and is only told. */
export const Told: PayloadSchema<Task, 'test.told', 'nothing'> = json({
  kind: 'test.told',
  title: 'Told',
  expects: 'nothing',
  signs: [{ has: ['TaskSid'] }],
  parameters,
});

/** Wants a status alone. */
export const Intercept: PayloadSchema<Task, 'test.intercept', 'status'> = form({
  kind: 'test.intercept',
  title: 'Intercept',
  expects: 'status',
  signs: [{ has: ['TaskSid'] }],
  parameters,
});

/** Comes from somebody's browser. */
export const Unsigned = unsignedForm<Task, 'test.unsigned', 'nothing'>({
  kind: 'test.unsigned',
  title: 'Unsigned',
  expects: 'nothing',
  signs: [{ has: ['TaskSid'] }],
  parameters,
});
