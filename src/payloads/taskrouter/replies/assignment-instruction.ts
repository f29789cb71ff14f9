import * as z from 'zod';
import { lazily } from '../../schema/lazily.js';
import { type AcceptInstruction, acceptInstruction } from './accept-instruction.js';
import { type CallInstruction, callInstruction } from './call-instruction.js';
import { type ConferenceInstruction, conferenceInstruction } from './conference-instruction.js';
import { type DequeueInstruction, dequeueInstruction } from './dequeue-instruction.js';
import { type RedirectInstruction, redirectInstruction } from './redirect-instruction.js';
import { type RejectInstruction, rejectInstruction } from './reject-instruction.js';

/** What is to happen with a task that is offered to a worker. `instruction` says which of them it is. */
export type AssignmentInstruction =
  | AcceptInstruction
  | CallInstruction
  | ConferenceInstruction
  | DequeueInstruction
  | RedirectInstruction
  | RejectInstruction;

/** Answers `TaskAssignment`. */
export const AssignmentInstruction: z.ZodType<AssignmentInstruction> = /* @__PURE__ */ lazily(
  z.ZodDiscriminatedUnion,
  () =>
    z.discriminatedUnion('instruction', [
      acceptInstruction(),
      callInstruction(),
      conferenceInstruction(),
      dequeueInstruction(),
      redirectInstruction(),
      rejectInstruction(),
    ]).def,
) as unknown as z.ZodType<AssignmentInstruction>;
