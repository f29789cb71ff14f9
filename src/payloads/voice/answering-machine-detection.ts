import { integer, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { answeredBy } from './groups/answering.js';

const parameters = {
  /** The leg that was listened to: `CA…`. */
  CallSid: sid('CA'),
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** Who or what answered. */
  AnsweredBy: answeredBy,
  /** How long the detection took, in milliseconds. */
  MachineDetectionDuration: optional(integer()),
};

/** Detection in the background has decided who or what answered a call. Neither `From` nor `To` is told. */
export interface AnsweringMachineDetection extends PayloadOf<typeof parameters> {}

/** Sent to the `AsyncAmdStatusCallback` of a call or the `amdStatusCallback` of a participant, `<Number>` or `<Sip>`. Answer with any 2xx. */
export const AnsweringMachineDetection: PayloadSchema<AnsweringMachineDetection, 'voice.amd', 'nothing'> = form({
  kind: 'voice.amd',
  title: 'Asynchronous answering machine detection result',
  expects: 'nothing',
  signs: [
    // A call that waits for the detection has its result, too, in the request for its document, which has the call's status.
    { has: ['MachineDetectionDuration', 'AnsweredBy', 'CallSid'], lacks: ['CallbackSource', 'CallStatus'] },
    { has: ['AnsweredBy', 'CallSid'], lacks: ['From', 'To', 'Direction', 'CallbackSource'] },
  ],
  parameters: [parameters],
});
