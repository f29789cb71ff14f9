import { isWebUrl } from '../wire/web-url.js';
import { RestError } from './rest-error.js';
import { type RestRequest, readBoolean, readFriendlyName, readText } from './rest-request.js';

/** What a field of a form holds. */
export type FieldType = 'text' | 'url' | 'method' | 'flag' | 'whole';

/** Fields of a form, by their names there, such as `VoiceUrl`. */
export type Fields = Readonly<Record<string, FieldType>>;

/** The values of fields, by names in camel case. An empty field is there, and `undefined`: that is how it is taken out. */
export type FieldValues = Record<string, string | boolean | number | undefined>;

/** Reads the fields that a form has. @throws RestError when a value cannot be. */
export function readFields(request: Pick<RestRequest, 'form' | 'isOld'>, fields: Fields): FieldValues {
  const values: FieldValues = {};
  for (const [name, type] of Object.entries(fields)) {
    if (Object.hasOwn(request.form, name)) values[name.charAt(0).toLowerCase() + name.slice(1)] = readField(request, name, type);
  }
  return values;
}

/** Fields that nothing here depends on, as they were set, by the names of answers: it is for whoever reads back what was written. */
export function showFields(settings: object, fields: Fields): Readonly<Record<string, unknown>> {
  const values = settings as Readonly<Record<string, unknown>>;
  const set = Object.keys(fields).map((name) => [nameInAnswers(name), values[name.charAt(0).toLowerCase() + name.slice(1)]] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== undefined));
}

function nameInAnswers(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, '_$&').toLowerCase();
}

function readField(request: Pick<RestRequest, 'form' | 'isOld'>, name: string, type: FieldType): string | boolean | number | undefined {
  const text = readText(request, name);
  if (text === undefined) return undefined;
  if (name === 'FriendlyName' && request.isOld) return readFriendlyName(request);
  if (type === 'flag') return readBoolean(request, name);
  if (type === 'whole') {
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new RestError(20001, `Invalid parameter: ${name} is a whole number`);
  }
  if (type === 'method') {
    const method = text.toUpperCase();
    if (method === 'GET' || method === 'POST') return method;
    throw new RestError(request.isOld ? 21403 : 20001, `Invalid parameter: ${name} is GET or POST`);
  }
  if (type === 'url' && !isWebUrl(text)) throw new RestError(21402, `${name} is not a valid URL`);
  return text;
}
