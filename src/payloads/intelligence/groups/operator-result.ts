import { openEnum, optional, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonObject, jsonRecord, jsonValue, nullable } from '../../schema/json-fields.js';
import { executionParameters, type IntelligenceExecution } from './execution.js';

const operatorParameters = {
  /** The operator: `intelligence_operator_…`. */
  id: optional(text()),
  /** What it is called in the Console. */
  displayName: optional(text()),
  /** Its name in the types of Twilio's SDK; the recorded request has `displayName`. */
  name: optional(text()),
  /** Which version of it ran. */
  version: optional(jsonNumber()),
  /** What it was given, by your own names. */
  parameters: optional(nullable(jsonRecord(jsonValue()))),
};

/** The operator that ran. */
export interface IntelligenceOperator extends PayloadOf<typeof operatorParameters> {}

const entityParameters = {
  /** The words. */
  text: optional(text()),
  /** What they are. */
  label: optional(text()),
};

/** Something that was found in the conversation. */
export interface IntelligenceEntity extends PayloadOf<typeof entityParameters> {}

const outputParameters = {
  /** Of an operator whose output is `TEXT`: the text. */
  text: optional(text()),
  /** Of an operator whose output is `CLASSIFICATION`: the class. */
  label: optional(text()),
  /** Of an operator whose output is `EXTRACTION`: what was found. */
  entities: optional(jsonList(jsonObject<IntelligenceEntity>(entityParameters))),
};

/** What an operator found. Of one whose output is `JSON`, whatever its output schema says: read it with a schema of your own. */
export interface IntelligenceOutput extends PayloadOf<typeof outputParameters> {}

const systemParameters = {
  /** Milliseconds that the operator took. */
  latencyMs: optional(jsonNumber()),
  /** The language model that it used. */
  resolvedModel: optional(text()),
  /** Characters that it read. */
  inputCharacters: optional(jsonNumber()),
  /** Characters that it wrote. */
  outputCharacters: optional(jsonNumber()),
  /** Whether the conversation was too long and was cut. */
  inputTruncated: optional(jsonBoolean()),
};

/** What the operator's run took. */
export interface IntelligenceSystemMetadata extends PayloadOf<typeof systemParameters> {}

const metadataParameters = {
  /** What the run took. */
  system: optional(jsonObject<IntelligenceSystemMetadata>(systemParameters)),
};

/** Figures about an operator's run. */
export interface IntelligenceMetadata extends PayloadOf<typeof metadataParameters> {}

export const operatorResultParameters = {
  /** The result: `intelligence_operatorresult_…`. */
  id: optional(text()),
  /** The operator that found it. */
  operator: optional(jsonObject<IntelligenceOperator>(operatorParameters)),
  /** Decides what `result` holds. */
  outputFormat: optional(openEnum('TEXT', 'JSON', 'CLASSIFICATION', 'EXTRACTION')),
  /** What it found: JSON itself, not the text of JSON. */
  result: optional(jsonObject<IntelligenceOutput>(outputParameters)),
  /** When it was made, in UTC, to the nanosecond. */
  dateCreated: optional(timestamp('iso8601')),
  /** What the conversation is made of elsewhere, such as the SIDs of calls and conversations. */
  referenceIds: optional(jsonList(text())),
  /** How it came to be. */
  executionDetails: optional(jsonObject<IntelligenceExecution>(executionParameters)),
  /** What it took. */
  metadata: optional(jsonObject<IntelligenceMetadata>(metadataParameters)),
};

/** What one operator found in a conversation. */
export interface IntelligenceOperatorResult extends PayloadOf<typeof operatorResultParameters> {}
