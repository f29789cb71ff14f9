import { readFileSync } from 'node:fs';

/** A field of an answer, as Twilio's OpenAPI documents describe it. */
interface Field {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
}

interface Operation {
  readonly status?: number;
  /** The name of its shape. */
  readonly of?: string;
  readonly list?: { readonly key: string; readonly form: 'v2010' | 'meta' };
}

type Shape = Readonly<Record<string, Field>>;

const facts = JSON.parse(readFileSync(new URL('../../data/rest/shapes.json', import.meta.url), 'utf8')) as {
  readonly paging: { readonly v2010: readonly string[]; readonly meta: readonly string[] };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
};

const OPERATIONS = Object.entries(facts.operations)
  .map(([name, operation]) => {
    const [method = '', url = ''] = name.split(' ');
    const parts = url.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? '[^/]+?' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    return { name, operation, method, pattern: new RegExp(`^${parts.join('')}$`), names: parts.length };
  })
  // `Accounts/{Sid}.json` would take `Accounts/{AccountSid}/Messages.json` for one of its own, were it not for the order.
  .sort((one, other) => one.names - other.names);

const RFC_2822 = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:00)$/;

/** The operation that a request is, by Twilio's documents. */
export function findOperation(method: string, url: string): (typeof OPERATIONS)[number] | undefined {
  const bare = url.split('?', 1)[0] ?? '';
  return OPERATIONS.find((one) => one.method === method && one.pattern.test(bare));
}

/** What is wrong with the form of an answer; nothing where the operation is in no document. */
export function findShapeProblems(method: string, url: string, status: number, body: unknown): string[] {
  const found = findOperation(method, url);
  if (found === undefined) return [];
  const { name, operation } = found;
  if (status >= 400) return findErrorProblems(name, status, body);
  const problems = isUsualStatus(operation, status) ? [] : [`${name}: HTTP ${status} where Twilio answers ${operation.status}`];
  if (status === 204 || operation.of === undefined) return problems;
  if (!isObject(body)) return [...problems, `${name}: the body is no JSON object`];
  const records = operation.list === undefined ? [body] : readRecords(body, operation.list.key);
  if (records === undefined) return [...problems, `${name}: the records are not in "${operation.list?.key}"`];
  if (operation.list !== undefined) problems.push(...findPageProblems(name, operation.list, body));
  for (const record of records.slice(0, 3)) problems.push(...findRecordProblems(name, operation.of, record));
  return [...new Set(problems)];
}

/** Where a document says 200 of something that is created, Twilio answers 201. */
function isUsualStatus({ status }: Operation, got: number): boolean {
  return status === undefined || status === got || (status === 200 && got === 201) || (status === 201 && got === 200);
}

function findErrorProblems(name: string, status: number, body: unknown): string[] {
  if (!isObject(body)) return [`${name}: an error is no JSON object`];
  const missing = ['code', 'message', 'more_info', 'status'].filter((key) => !(key in body));
  const problems = missing.map((key) => `${name}: the error lacks "${key}"`);
  if (body.status !== status) problems.push(`${name}: the error says ${String(body.status)} in an answer of ${status}`);
  if (!Number.isInteger(body.code)) problems.push(`${name}: the error's code is no whole number`);
  return problems;
}

function readRecords(body: Readonly<Record<string, unknown>>, key: string): readonly Readonly<Record<string, unknown>>[] | undefined {
  const records = body[key];
  return Array.isArray(records) ? (records as Readonly<Record<string, unknown>>[]) : undefined;
}

function findPageProblems(name: string, list: NonNullable<Operation['list']>, body: Readonly<Record<string, unknown>>): string[] {
  const page = list.form === 'meta' ? body.meta : body;
  if (!isObject(page)) return [`${name}: the page has no meta`];
  const missing = facts.paging[list.form].filter((key) => !(key in page));
  return missing.map((key) => `${name}: the page lacks "${key}"`);
}

function findRecordProblems(name: string, of: string, record: Readonly<Record<string, unknown>>): string[] {
  const shape = facts.shapes[of] ?? {};
  // The same resource in another document, such as IncomingPhoneNumber and IncomingPhoneNumber2.
  const twins = Object.entries(facts.shapes).filter(([other]) => other !== of && other.replace(/\d$/, '') === of.replace(/\d$/, ''));
  const isElsewhere = (key: string) => twins.some(([, twin]) => key in twin);
  const unknown = Object.keys(record).filter((key) => !(key in shape) && !isElsewhere(key));
  const problems = unknown.map((key) => `${name}: "${key}" is no field of ${of}`);
  for (const [key, field] of Object.entries(shape)) {
    if (key in record) {
      const problem = findFieldProblem(field, record[key]);
      if (problem !== undefined) problems.push(`${name}: "${key}" is ${problem}`);
    } else if (twins.every(([, twin]) => key in twin)) problems.push(`${name}: the field "${key}" of ${of} is missing`);
  }
  return problems;
}

function findFieldProblem(field: Field, value: unknown): string | undefined {
  // The documents call objects, and this reason, not nullable; Twilio answers null until there is something.
  if (value === null)
    return field.nullable === true ||
      field.type === undefined ||
      field.type === 'object' ||
      field.enum?.includes('conference-ended-via-api')
      ? undefined
      : 'null';
  const kind = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
  const isKind = field.type === undefined || field.type === kind || (field.type === 'number' && kind === 'integer');
  if (!isKind) return `of type ${kind}, not ${field.type}`;
  if (field.enum !== undefined && !field.enum.includes(value as string)) return `${String(value)}, none of ${field.enum.join(', ')}`;
  if (typeof value !== 'string') return undefined;
  if (field.pattern !== undefined && !new RegExp(field.pattern).test(value)) return `${value}, which does not fit ${field.pattern}`;
  if (field.format === 'date-time-rfc-2822' && !RFC_2822.test(value)) return `${value}, no date of RFC 2822`;
  if (field.format === 'date-time' && !ISO_8601.test(value)) return `${value}, no date of ISO 8601`;
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
