import { TEST_AUTH_TOKEN } from '../../../fixtures/test-auth-token.js';
import type { PersonOptions } from '../../calls/person.js';
import type { Session } from '../format.js';
import { readSteps, type Selection } from './read-steps.js';
import { RUNNERS, type Runner } from './runners.js';
import { splitConversations } from './split.js';
import type { Conversation, Step } from './step.js';

/** How a test is written. */
export interface TestOptions extends Selection {
  /** @default 'vitest' */
  readonly runner?: Runner | undefined;
  /** Whether what is imported is asked for by `require`. */
  readonly isCommonJs?: boolean | undefined;
  /** Leaves out what a file of tests needs once, for one that has it already. */
  readonly isAddition?: boolean | undefined;
}

/**
 * Writes a test that does what people did, and expects what they found. It is green as long as the application does as it did.
 *
 * @throws TypeError when nobody did anything.
 */
export function writeTest(session: Session, options: TestOptions = {}): string {
  const conversations = splitConversations(readSteps(session, options));
  if (conversations.length === 0) throw new TypeError('Nobody called or wrote, so that there is nothing to test');
  const runner = RUNNERS[options.runner ?? 'vitest'];
  const tests = conversations.flatMap((conversation) => ['', ...writeConversation(conversation, session, runner)]);
  if (options.isAddition === true) return [...tests.slice(1), ''].join('\n');
  const findings = session.events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []));
  const isWrong = findings.some(({ severity }) => severity === 'error');
  return [
    ...writeHead(session, { isCommonJs: options.isCommonJs === true, isWrong, runner }),
    ...tests,
    ...(findings.length > 0
      ? []
      : ['', "test('there is nothing that Twilio would complain of', () => {", `  ${runner.equal('twilio.findings.length', '0')}`, '});']),
    '',
  ].join('\n');
}

/** What a file of tests needs once: what it imports, and the emulator. */
function writeHead(
  { head, settings }: Session,
  { isCommonJs, isWrong, runner }: { readonly isCommonJs: boolean; readonly isWrong: boolean; readonly runner: Dialect },
): readonly string[] {
  const imports = [
    ...runner.imports,
    "import { existsSync, readFileSync } from 'node:fs';",
    "import { createEmulator } from 'ringback/emulator';",
  ];
  return [
    ...(isCommonJs ? imports.map(writeRequire) : imports),
    '',
    '// What happened in a session of `ringback dev`. Run it while the application runs, or put the application in place of its URL, such as',
    '// app: { listener: expressApp } or app: { fetch: router.fetch }.',
    '',
    '// The account of the environment, else the one that `ringback dev` has made for this project.',
    "const file = '.ringback/account.json';",
    `const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { authToken: ${quote(TEST_AUTH_TOKEN)} };`,
    'const account = {',
    `  accountSid: process.env.TWILIO_ACCOUNT_SID ?? own.accountSid ?? ${quote(head.accountSid)},`,
    '  authToken: process.env.TWILIO_AUTH_TOKEN ?? own.authToken,',
    '};',
    'const twilio = createEmulator({',
    '  ...account,',
    `  app: { url: process.env.APP_URL ?? ${quote(settings.app)} },`,
    ...(settings.publicUrl === settings.app ? [] : [`  publicUrl: ${quote(settings.publicUrl)},`]),
    `  numbers: ${writeValue(settings.numbers, '  ')},`,
    ...(isWrong ? ['  // Something was wrong in the session, and may still be.', '  strict: false,'] : []),
    '});',
    '',
    `${runner.after}(() => twilio.close());`,
  ];
}

function writeRequire(line: string): string {
  return line.replace(/^import (.*) from (.*);$/, 'const $1 = require($2);');
}

type Dialect = (typeof RUNNERS)[Runner];

function writeConversation({ title, steps }: Conversation, session: Session, { equal }: Dialect): readonly string[] {
  const names = new Names(steps);
  const lines = steps.flatMap((step) => writeStep(step, steps, names));
  const expected = steps.flatMap((step) => {
    if (step.does === 'expect-status') return [equal(`${names.call(step.call)}.status`, quote(step.status))];
    return step.does === 'expect-outcome' ? [equal(`${names.phone(step.phone)}.calls.at(-1)?.status`, quote(step.status))] : [];
  });
  const phones = names.phones.map(([address, name]) => `const ${name} = twilio.phone(${writePhone(address, steps, session)});`);
  const body = [...phones, ...lines, ...(expected.length === 0 ? [] : ['await twilio.idle();', ...expected])];
  return [`test(${quote(title)}, async () => {`, ...body.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), '});'];
}

/** A telephone as it was; one that is called is answered by the test. */
function writePhone(address: string, steps: readonly Step[], { settings, events }: Session): string {
  const person: PersonOptions = settings.phones[address] ?? {};
  const isCalled = steps.some((step) => (step.does === 'ring' || step.does === 'expect-outcome') && step.phone === address);
  const final = events.findLast((event) => event.type === 'call' && event.to === address && event.direction !== 'inbound');
  const is = person.is ?? (final?.type === 'call' && final.status === 'failed' ? 'unreachable' : undefined);
  const { answersAfter: _, ...others } = person;
  // An answering machine answers by itself; whoever did nothing does nothing in the test either.
  const options = { ...others, ...(is !== undefined && { is }), ...(isCalled && is !== 'machine' && { answersAfter: false }) };
  return Object.keys(options).length === 0 ? quote(address) : `${quote(address)}, ${writeValue(options, '')}`;
}

function writeStep(step: Step, steps: readonly Step[], names: Names): readonly string[] {
  switch (step.does) {
    case 'text':
      return [`await ${names.phone(step.phone)}.text(${[quote(step.to), quote(step.body), ...writeTextOptions(step)].join(', ')});`];
    case 'receive': {
      const received = `await ${names.phone(step.phone)}.receive(${step.body === '' ? '' : quote(step.body)})`;
      return [step.isRead ? `await (${received}).read();` : `${received};`];
    }
    case 'call':
      return writeCall(step, steps, names);
    case 'reach':
      return isReachedAtOnce(step.call, steps) ? [] : [`const ${names.call(step.call)} = await ${names.call(step.call)}Begun;`];
    case 'ring':
      return [`const ${names.call(step.call)} = await ${names.phone(step.phone)}.incoming();`];
    case 'give-up':
      return [`await ${names.phone(step.phone)}.calls.at(-1)?.hangUp();`];
    case 'ask':
      return writeAsk(step, names);
    case 'expect-status':
    case 'expect-outcome':
      return [];
    default:
      return [`await ${names.call(step.call)}.${writeAct(step)};`];
  }
}

function writeAct(step: Extract<Step, { readonly does: 'answer' | 'decline' | 'hang-up' | 'press' | 'say' | 'hear' | 'stay' }>): string {
  switch (step.does) {
    case 'press':
      return `press(${quote(step.keys)})`;
    case 'say':
      return `say(${quote(step.text)})`;
    case 'hear':
      return `hear(${quote(step.text)}${step.withinMs === 0 ? '' : `, { within: ${quote(`${Math.ceil(step.withinMs / 1000)}s`)} }`})`;
    case 'stay':
      return `stay(${quote(`${step.ms / 1000}s`)})`;
    case 'hang-up':
      return 'hangUp()';
    default:
      return `${step.does}()`;
  }
}

/** Where others do something before the call is answered, as with `answerOnBridge`, it is not waited for yet. */
function writeCall({ phone, to, call }: Extract<Step, { readonly does: 'call' }>, steps: readonly Step[], names: Names): readonly string[] {
  const calling = `${names.phone(phone)}.call(${quote(to)})`;
  return isReachedAtOnce(call, steps)
    ? [`const ${names.call(call)} = await ${calling};`]
    : [`const ${names.call(call)}Begun = ${calling};`];
}

function isReachedAtOnce(call: string, steps: readonly Step[]): boolean {
  const begun = steps.findIndex((step) => step.does === 'call' && step.call === call);
  const next = steps[begun + 1];
  return next?.does === 'reach' && next.call === call;
}

function writeTextOptions({ media, tapped }: Extract<Step, { readonly does: 'text' }>): readonly string[] {
  const files = media.map((contentType) => `{ contentType: ${quote(contentType)}, content: new Uint8Array(8) }`);
  const options = [
    ...(files.length === 0 ? [] : [`media: [${files.join(', ')}]`]),
    ...Object.entries(tapped).map(([name, value]) => `${name}: ${quote(value)}`),
  ];
  return options.length === 0 ? [] : [`{ ${options.join(', ')} }`];
}

/** The application has asked for it by REST, and may have asked another emulator: here the test does. */
function writeAsk({ path, parameters }: Extract<Step, { readonly does: 'ask' }>, names: Names): readonly string[] {
  const own = path
    .replace(/AC[0-9a-f]{32}/, () => placeholder('account.accountSid'))
    .replace(/CA[0-9a-f]{32}/, (sid) => placeholder(`${names.call(sid)}.sid`));
  return [
    '// The application asked Twilio for this. Where it asks the emulator of this test, by httpClient: twilio.client, leave it out here.',
    'await twilio.client.request({',
    "  method: 'post',",
    `  uri: \`https://api.twilio.com${own}\`,`,
    '  username: account.accountSid,',
    '  password: account.authToken,',
    `  data: ${writeValue(parameters, '  ')},`,
    '});',
  ];
}

/** An expression, as it stands in a template. */
function placeholder(expression: string): string {
  return `\${${expression}}`;
}

/** The names of telephones and calls in one test. */
class Names {
  readonly #phones = new Map<string, string>();
  readonly #calls = new Map<string, string>();

  constructor(steps: readonly Step[]) {
    for (const step of steps) {
      if ('phone' in step) this.phone(step.phone);
      if ('call' in step) this.call(step.call);
    }
  }

  get phones(): readonly (readonly [address: string, name: string])[] {
    return [...this.#phones];
  }

  phone(address: string): string {
    return nameIn(this.#phones, address, 'phone');
  }

  call(sid: string): string {
    return nameIn(this.#calls, sid, 'call');
  }
}

function nameIn(names: Map<string, string>, key: string, word: string): string {
  const name = names.get(key) ?? (names.size === 0 ? word : `${word}${names.size + 1}`);
  names.set(key, name);
  return name;
}

/** A text as source, on one line. */
function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** Plain data as source. */
function writeValue(value: unknown, indent: string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, indent)).join(', ')}]`;
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  const written = pairs.map(
    ([name, item]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: ${writeValue(item, `${indent}  `)}`,
  );
  const line = `{ ${written.join(', ')} }`;
  return line.length + indent.length <= 120 ? line : `{\n${written.map((pair) => `${indent}  ${pair},`).join('\n')}\n${indent}}`;
}
