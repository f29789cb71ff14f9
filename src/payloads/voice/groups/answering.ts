import { openEnum, type Parameter } from '../../schema/fields.js';

/** Who or what may have answered a call, as answering machine detection sees it. */
type Answerer =
  | 'human'
  | 'machine_start'
  | 'machine_end_beep'
  | 'machine_end_silence'
  | 'machine_end_other'
  | 'fax'
  | 'unknown'
  | 'machine';

/**
 * The field of everything that answering machine detection found out. `machine_start` is the answer of a detection that stops at the first
 * words, `machine_end_…` of one that waits for the end of the greeting; `machine` is of a detection that is gone.
 */
export const answeredBy: Parameter<Answerer | (string & {})> = /* @__PURE__ */ openEnum(
  'human',
  'machine_start',
  'machine_end_beep',
  'machine_end_silence',
  'machine_end_other',
  'fax',
  'unknown',
  'machine',
);
