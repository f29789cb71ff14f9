import type * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { gatherPairs } from '../../request/forms.js';
import type { Gatherer } from '../schema/lists.js';
import { type PayloadDef, PayloadObject } from '../schema/schema.js';

/** A file that came with a form: a `File` of the platform, as far as it is needed. */
export interface SendgridFile {
  /** What the sender calls the file: any text, so make a name of your own to store it by. */
  readonly name: string;
  /** Its MIME type, as the sender has it. */
  readonly type: string;
  /** Its size in bytes. */
  readonly size: number;
  /** Its bytes. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The class behind the schema of mail: of a form with files it keeps the files, where other webhooks have none. */
export const MailObject: z.core.$constructor<PayloadObject, PayloadDef> = /* @__PURE__ */ $constructor('MailObject', (inst, def) => {
  PayloadObject.init(inst, def);
  const read = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    if (typeof FormData !== 'undefined' && payload.value instanceof FormData) payload.value = readFields(payload.value);
    return read(payload, ctx);
  };
});

function readFields(form: FormData): Record<string, unknown> {
  const entries = [...form.entries()];
  const texts = entries.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  const files = entries.filter(([name, value]) => typeof value !== 'string' && FIELD.test(name));
  return { ...gatherPairs(texts), ...Object.fromEntries(files) };
}

const FIELD = /^attachment[1-9]\d{0,5}$/;

/** The files of `attachment1`, `attachment2` and so on. */
export const attachedFiles: Gatherer = {
  name: 'files',
  gather: (parameters) => {
    const files: unknown[] = [];
    while (isFile(parameters[`attachment${files.length + 1}`])) files.push(parameters[`attachment${files.length + 1}`]);
    return files;
  },
  owns: (parameter, gathered) => FIELD.test(parameter) && Number(parameter.slice('attachment'.length)) <= (gathered as unknown[]).length,
  covers: (parameter) => FIELD.test(parameter),
  scatter: (gathered) => Object.fromEntries((gathered as readonly unknown[]).map((file, index) => [`attachment${index + 1}`, file])),
};

// Files are told by what they can do, not by their class: test runners run code in realms of its own, where `instanceof` fails.
function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value;
}
