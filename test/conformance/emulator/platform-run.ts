import { type Call, createEmulator, type Emulator, type MediaFile, type Message, type TextOptions } from '../../../src/emulator/index.js';
import { ACCOUNT, Application, isSigned, TOKEN } from './application.js';
import { findMisfits, type Stage } from './expectations.js';
import { fitsMatcher } from './matcher.js';
import { OfficialClient } from './official-client.js';
import { answerInTurn } from './platform-answers.js';
import type { Expectation, PlatformRow, Step } from './platform-row.js';
import { readSpan, Saved } from './saved.js';
import { findShapeProblems } from './shapes.js';

/** Makes the emulator of a row, does its steps and says in sentences what does not hold. */
export async function runPlatform({ id, setup = {}, steps, expect = {} }: PlatformRow): Promise<string[]> {
  const { app: _, phones = {}, ...options } = setup;
  const application: Application = new Application(answerInTurn(setup), () => emulator.now);
  const emulator: Emulator = createEmulator({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    now: '2026-11-30T12:00:00Z',
    seed: id,
    strict: false,
    ...options,
    app: application,
  });
  try {
    for (const [address, phone] of Object.entries(phones)) makePhone(emulator, address, phone);
    const problems: string[] = [];
    const saved = new Saved({ requests: application.requests, emulator }, () => emulator.now);
    const driver = new Driver({ emulator, application, saved }, problems, new OfficialClient(emulator, saved, problems));
    for (const step of steps) await driver.take(step);
    const unsigned = application.received.filter((request) => !isSigned(request));
    problems.push(...unsigned.map(({ method, path }) => `${method} ${path} is not signed as Twilio signs`));
    return [...findMisfits(expect, { emulator, application, saved }), ...problems];
  } finally {
    await emulator.close();
  }
}

type PhoneSetup = NonNullable<NonNullable<PlatformRow['setup']>['phones']>[string];

function makePhone(emulator: Emulator, address: string, { delivery, ...person }: PhoneSetup): void {
  const phone = emulator.phone(address, person);
  if (delivery !== undefined) phone.delivery = delivery;
}

/** Files of a step: their bytes, or how many. */
type FileSetup = { readonly contentType: string; readonly base64?: string; readonly bytes?: number };

function readFiles(files: readonly FileSetup[] = []): MediaFile[] {
  return files.map(({ contentType, base64, bytes = 8 }) => ({
    contentType,
    content: base64 === undefined ? new Uint8Array(bytes).fill(7) : new Uint8Array(Buffer.from(base64, 'base64')),
  }));
}

/** Does steps. */
class Driver {
  readonly #emulator: Emulator;
  readonly #stage: Stage;
  readonly #problems: string[];
  readonly #saved: Saved;
  readonly #client: OfficialClient;

  constructor(stage: Stage, problems: string[], client: OfficialClient) {
    this.#emulator = stage.emulator;
    this.#stage = stage;
    this.#problems = problems;
    this.#saved = stage.saved;
    this.#client = client;
  }

  /** @throws Error when the step cannot be done. */
  async take(step: Step): Promise<void> {
    const run = Object.hasOwn(this.#steps, step.do) ? this.#steps[step.do] : undefined;
    if (run === undefined) throw new Error(`There is no step ${step.do}`);
    // What REST calls and checks speak of is read when it is needed.
    const outcome = await run(step.do === 'rest' || step.do === 'check' ? step : this.#saved.resolve(step));
    const name = step.as ?? (step.do === 'call' || step.do === 'incoming' ? 'call' : undefined);
    if (name !== undefined) this.#saved.keep(name, outcome);
  }

  readonly #steps: Readonly<Record<string, (step: Step) => unknown>> = {
    phone: ({ do: _, as: __, at, ...phone }) => makePhone(this.#emulator, String(at), phone),
    text: ({ from, to, body, media, extra }) =>
      this.#emulator
        .phone(String(from))
        .text(String(to), String(body), { media: readFiles(media as readonly FileSetup[]), ...(extra as TextOptions | undefined) }),
    receive: (step) => this.#receive(step),
    read: ({ message }) => (message as Message).read(),
    service: (step) => this.#makeService(step),
    rest: (step) => this.#rest(step),
    http: (step) => this.#http(step),
    advance: ({ by }) => this.#emulator.advance(readSpan(String(by))),
    idle: () => this.#emulator.idle(),
    call: ({ from, to }) => this.#emulator.phone(String(from)).call(String(to)),
    incoming: ({ at }) => this.#answer(String(at)),
    say: ({ call, text }) => this.#call(call).say(String(text)),
    stay: ({ call, for: span }) => this.#call(call).stay(readSpan(String(span))),
    hear: ({ call, text, pattern }) => this.#call(call).hear(pattern === undefined ? String(text) : new RegExp(String(pattern), 'iu')),
    hangUp: ({ call }) => this.#call(call).hangUp(),
    check: ({ do: _, label: __, ...expectation }) => this.#check(expectation as Expectation),
  };

  #call(name: unknown): Call {
    return this.#saved.look(String(name)) as Call;
  }

  async #receive({ at, pattern, capture }: Step): Promise<unknown> {
    const message = await this.#emulator.phone(String(at)).receive(pattern === undefined ? undefined : new RegExp(String(pattern), 'u'));
    if (capture === undefined) return message;
    const [, captured] = new RegExp(String(capture), 'u').exec(message.body) ?? [];
    if (captured === undefined) throw new Error(`${JSON.stringify(message.body)} does not match ${String(capture)}`);
    return captured;
  }

  async #makeService({ options, numbers = [] }: Step): Promise<unknown> {
    const call = (path: string, ...parameters: unknown[]) => this.#client.call({ do: 'rest', call: path, args: parameters });
    const service = (await call('messaging.v1.services.create', { friendlyName: 'rows', ...(options as object) })) as {
      readonly sid: string;
    };
    for (const phoneNumber of numbers as readonly string[]) {
      const [number] = (await call('incomingPhoneNumbers.list', { phoneNumber })) as readonly { readonly sid: string }[];
      await call(`messaging.v1.services(${service.sid}).phoneNumbers.create`, { phoneNumberSid: number?.sid });
    }
    return service;
  }

  async #rest(step: Step): Promise<unknown> {
    if (step.error === undefined) return this.#client.call(step);
    const { status, code } = step.error as Readonly<Record<string, unknown>>;
    const error = await this.#client.call(step).then(
      () => undefined,
      (reason: unknown) =>
        reason as { readonly status: number; readonly code: number; readonly message: string; readonly moreInfo: string },
    );
    const isFitting =
      error !== undefined && (status === undefined || error.status === status) && (code === undefined || fitsMatcher(code, error.code));
    if (!isFitting)
      throw new Error(
        `${String(step.call)} was to fail with ${JSON.stringify(step.error)}; it ${error === undefined ? 'did not' : `failed with ${error.status} ${error.code}`}`,
      );
    return error;
  }

  async #http({ url, method, auth = 'token', form, anyShape }: Step): Promise<unknown> {
    const credentials = { token: `${ACCOUNT}:${TOKEN}`, wrong: `${ACCOUNT}:${'f'.repeat(32)}` }[String(auth)];
    const headers = new Headers(credentials === undefined ? {} : { authorization: `Basic ${btoa(credentials)}` });
    const verb = String(method ?? (form === undefined ? 'GET' : 'POST'));
    const where = String(url).replace('{AccountSid}', ACCOUNT);
    const body = form === undefined ? undefined : new URLSearchParams(form as Record<string, string>);
    const answer = await this.#emulator.rest(new Request(where, { method: verb, headers, ...(body && { body }) }));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    const content: unknown = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    if (anyShape !== true) this.#problems.push(...findShapeProblems(verb, where, answer.status, content));
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: content, bytes: bytes.length };
  }

  async #answer(address: string): Promise<Call> {
    const call = await this.#emulator.phone(address).incoming();
    if (!call.answered) await call.answer();
    return call;
  }

  #check(expectation: Expectation): void {
    const misfits = findMisfits(expectation, this.#stage);
    if (misfits.length > 0) throw new Error(`Meanwhile: ${misfits.join('; ')}`);
  }
}
