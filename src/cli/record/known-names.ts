import { samples } from '../../fixtures/samples/index.js';
import { listKinds } from '../kind.js';

/** What is read of zod's definitions to find the names in them. */
type Definition = Readonly<Record<string, unknown>>;

let known: ReadonlySet<string> | undefined;

/**
 * Whether a name of a parameter, or a key in JSON, is one that Twilio is known to send. What is not may be somebody's own, and tell as much
 * as a value: attributes of tasks, custom parameters of calls.
 */
export function isKnownName(name: string): boolean {
  known ??= collectNames();
  return known.has(name) || known.has(name.replace(/\d{1,2}$/, '0'));
}

function collectNames(): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  for (const { schema } of listKinds()) addFields(schema, names, seen);
  for (const { body } of samples) addKeys(body, names);
  return names;
}

function addFields(schema: unknown, names: Set<string>, seen: Set<unknown>): void {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return;
  seen.add(schema);
  if (Array.isArray(schema)) {
    for (const one of schema) addFields(one, names, seen);
    return;
  }
  const def = (schema as { readonly _zod?: { readonly def?: Definition } })._zod?.def ?? {};
  const { shape = {} } = (def.shape === undefined ? schema : def) as { readonly shape?: Definition };
  for (const [name, field] of Object.entries(shape)) {
    names.add(name);
    addFields(field, names, seen);
  }
  for (const part of ['innerType', 'in', 'out', 'element', 'options', 'valueType', 'members'] as const) addFields(def[part], names, seen);
}

/** The names in a sample, and in the JSON that some of its parameters hold. */
function addKeys(value: unknown, names: Set<string>): void {
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) addKeys(readJson(value), names);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (!Array.isArray(value)) names.add(name);
    addKeys(item, names);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
