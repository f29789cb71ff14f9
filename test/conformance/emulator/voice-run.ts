import { type Call, createEmulator, type Emulator, type EmulatorOptions, type Phone } from '../../../src/emulator/index.js';
import { schemaFor } from '../../../src/payloads/index.js';
import { ACCOUNT, Application, isSigned, type OpenedSocket, TOKEN } from './application.js';
import { fitsMatcher } from './matcher.js';
import { type Came, findRequestProblems } from './requests.js';
import { findSoundProblems } from './sounds.js';
import { isSameUrl, makeAbsolute, PUBLIC_URL } from './urls.js';
import { answerCalls } from './voice-answers.js';
import type { Step, VoiceRow } from './voice-row.js';

const OUR_NUMBER = '+15550001111';

/** Runs a row. @returns What came otherwise than the row says. */
export async function runVoice(row: VoiceRow): Promise<readonly string[]> {
  const run = new Run(row);
  try {
    const problems = await run.perform();
    return [...problems, ...run.compare()];
  } finally {
    await run.close();
  }
}

function isFlow(kind: string): boolean {
  return [schemaFor(kind as 'voice.incoming').expects].flat().includes('voice-twiml');
}

/** The options of the emulator that a row's set-up stands for. */
function makeOptions({ setup, id }: VoiceRow, application: Application): EmulatorOptions {
  const { number = {}, numbers = {}, app, sipDomain, account, slow, refuse } = setup;
  const { domain, ...ofDomain } = sipDomain ?? {};
  const find = (request: Request) => {
    const path = new URL(request.url).pathname;
    if (refuse?.includes(path) === true) return { drop: 'refused' } as const;
    return slow?.[path] === undefined ? undefined : { delayMs: slow[path] };
  };
  return {
    app: { fetch: application.fetch, socket: application.socket },
    publicUrl: PUBLIC_URL,
    accountSid: ACCOUNT,
    authToken: TOKEN,
    seed: id,
    strict: false,
    numbers: { [OUR_NUMBER]: number, ...numbers },
    ...(app && { applications: { [app.sid]: app } }),
    ...(domain !== undefined && { sipDomains: { [domain]: ofDomain } }),
    ...(account?.debugger !== undefined && { debuggerUrl: account.debugger }),
    ...((slow ?? refuse) !== undefined && { faults: { app: find } }),
  };
}

class Run {
  readonly #row: VoiceRow;
  readonly #application: Application;
  readonly #emulator: Emulator;
  readonly #phones: Readonly<Record<string, Phone>>;
  /** When each person's call began, for steps that say `at`. */
  readonly #begun = new Map<string, number>();
  readonly #ringing = new Map<string, Call>();
  readonly #problems: string[] = [];

  constructor(row: VoiceRow) {
    this.#row = row;
    this.#application = new Application(answerCalls(row.setup), () => this.#emulator.now);
    this.#emulator = createEmulator(makeOptions(row, this.#application));
    const people = Object.entries(row.people).map(([who, { address, ...person }]) => [who, this.#emulator.phone(address, person)] as const);
    this.#phones = Object.fromEntries(people);
  }

  async perform(): Promise<readonly string[]> {
    for (const [name, { maxSize }] of Object.entries(this.#row.setup.queues ?? {})) {
      await this.#rest('Queues', { FriendlyName: name, ...(maxSize !== undefined && { MaxSize: String(maxSize) }) });
    }
    for (const [index, step] of this.#row.steps.entries()) {
      try {
        await this.#letPass(step);
        await this.#step(step);
      } catch (error) {
        if (step.optional === true) continue;
        this.#problems.push(`step ${index + 1} (${step.do}): ${error instanceof Error ? error.message : String(error)}`);
        break;
      }
    }
    await this.#emulator.idle();
    return this.#problems;
  }

  compare(): readonly string[] {
    const came = this.#listCame();
    const { findings = [] } = this.#emulator;
    const { must = [], mustNot = [], clean = false } = this.#row.findings ?? {};
    const story = findings.map(({ twilioCode, message }) => `${twilioCode ?? ''} ${message}`).join('; ') || 'none';
    const codes = findings.map(({ twilioCode }) => String(twilioCode ?? ''));
    return [
      ...findRequestProblems(this.#row, came, this.#legs(), isFlow),
      ...Object.entries(this.#row.hears).flatMap(([who, expected]) =>
        findSoundProblems(
          who,
          expected,
          this.#phone(who).calls.flatMap(({ heard }) => heard),
        ),
      ),
      ...this.#compareMedia(came),
      ...this.#compareSockets(),
      ...must
        .filter((wanted) => !codes.some((code) => fitsMatcher(wanted, code)))
        .map((wanted) => `no finding ${JSON.stringify(wanted)} (${story})`),
      ...mustNot.filter((code) => codes.includes(code)).map((code) => `the finding ${code} (${story})`),
      ...(clean ? findings.filter(({ severity }) => severity === 'error').map(({ message }) => `the finding ${message}`) : []),
    ];
  }

  close(): Promise<void> {
    return this.#emulator.close();
  }

  #phone(who = ''): Phone {
    const phone = this.#phones[who];
    if (phone === undefined) throw new Error(`There is no ${who}`);
    return phone;
  }

  #call(who?: string): Call {
    const call = this.#phone(who).calls.at(-1);
    if (call === undefined) throw new Error(`${who} has no call`);
    return call;
  }

  #legs(): Readonly<Record<string, ReadonlySet<string>>> {
    return Object.fromEntries(Object.entries(this.#phones).map(([who, { calls }]) => [who, new Set(calls.map(({ sid }) => sid))]));
  }

  async #letPass({ after, at, of: other, who = '' }: Step): Promise<void> {
    if (after !== undefined) await this.#emulator.advance(after * 1000);
    if (at === undefined) return;
    const left = (this.#begun.get(other ?? who) ?? Number.NaN) + at * 1000 - this.#emulator.now;
    if (!(left > -50)) throw new Error(`the time has passed by ${-left} ms`);
    if (left > 0) await this.#emulator.advance(left);
  }

  async #step(step: Step): Promise<unknown> {
    const { who = '', keys = '', text = '', seconds, partials, to = '' } = step;
    switch (step.do) {
      case 'call':
        return this.#place(step);
      case 'ring':
        this.#ringing.set(who, await this.#phone(who).incoming());
        return this.#begun.set(who, this.#emulator.now);
      case 'answer':
      case 'decline': {
        const call = this.#ringing.get(who) ?? (await this.#phone(who).incoming());
        this.#ringing.delete(who);
        await (step.do === 'answer' ? call.answer() : call.decline());
        return this.#begun.set(who, this.#emulator.now);
      }
      case 'press':
        return this.#call(who).press(keys, { atOnce: step.atOnce });
      case 'say':
        return this.#call(who).say(text, { seconds, partials });
      case 'speak':
        return this.#call(who).say('la la la', { seconds });
      case 'hang-up':
        return this.#call(who).hangUp();
      case 'sip-refer':
        return this.#call(who).refer(to);
      case 'wait':
        return this.#emulator.advance((seconds ?? 0) * 1000);
      case 'idle':
        return this.#emulator.idle();
      case 'socket-close':
        return (await this.#socket(step)).peer.close();
      case 'relay-send':
        return (await this.#socket(step)).peer.send(JSON.stringify(step.message));
      case 'rest':
        return this.#operate(step);
      default:
        throw new Error(`There is no step ${step.do}`);
    }
  }

  async #place({ who = '', to = '', until, parameters, sipHeaders }: Step): Promise<void> {
    const placed = this.#phone(who).call(to, { parameters, sipHeaders });
    placed.catch(() => undefined);
    if (until === undefined) await placed;
    this.#begun.set(who, this.#emulator.now);
  }

  async #socket({ socket = '' }: Step): Promise<OpenedSocket> {
    for (let tries = 0; tries < 50 && !this.#application.sockets.has(socket); tries += 1) await this.#emulator.advance(100);
    const opened = this.#application.sockets.get(socket);
    if (opened === undefined) throw new Error(`no socket was opened to ${socket}`);
    return opened;
  }

  async #operate({ operation = '', target = '', params = {}, expect = {} }: Step): Promise<void> {
    const { conference, ...parameters } = params;
    const { status, json } = await this.#rest(...(await this.#makeOperation(operation, target, parameters, String(conference))));
    const isExpected = expect.status === undefined ? status < 300 : status === expect.status;
    if (!isExpected || (expect.code !== undefined && json.code !== expect.code)) {
      this.#problems.push(`${operation} answered ${status} ${JSON.stringify(json)}`);
    }
  }

  async #makeOperation(
    operation: string,
    target: string,
    parameters: Step['params'],
    conference: string,
  ): Promise<[string, Step['params']]> {
    switch (operation) {
      case 'create-call':
        return ['Calls', { To: this.#phone(target || 'A').address, From: OUR_NUMBER, ...this.#row.setup.api }];
      case 'update-call':
        return [`Calls/${this.#call(target).sid}`, parameters];
      case 'update-conference':
        return [`Conferences/${await this.#find('conferences', target)}`, parameters];
      case 'update-participant':
        return [`Conferences/${await this.#find('conferences', conference)}/Participants/${this.#call(target).sid}`, parameters];
      case 'dequeue':
        return [`Queues/${await this.#find('queues', target)}/Members/Front`, parameters];
      default:
        throw new Error(`There is no operation ${operation}`);
    }
  }

  /** The SID of a running conference, or of a queue, by its name. */
  async #find(list: 'conferences' | 'queues', name: string): Promise<string> {
    const { json } = await this.#rest(list === 'queues' ? 'Queues' : 'Conferences');
    const all = json[list] as readonly { readonly sid: string; readonly friendly_name: string; readonly status?: string }[];
    const found = all.find(({ friendly_name, status }) => friendly_name === name && status !== 'completed');
    if (found === undefined) throw new Error(`${list} has no ${name}`);
    return found.sid;
  }

  /** Sends a request to the REST API: GET without parameters, POST with them. */
  async #rest(path: string, parameters?: Step['params']): Promise<{ readonly status: number; readonly json: Record<string, unknown> }> {
    const pairs = Object.entries(parameters ?? {}).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one).startsWith('/') ? makeAbsolute(String(one)) : String(one)]),
    );
    const headers = { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` };
    const init = parameters === undefined ? { headers } : { method: 'POST', headers, body: new URLSearchParams(pairs) };
    const response = await this.#emulator.rest(new Request(`https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/${path}.json`, init));
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  /** What the emulator lists, with what reached the application; each is signed, and its own schema reads it. */
  #listCame(): readonly Came[] {
    const open = new Set(this.#application.received);
    return this.#emulator.webhooks.map(({ kind, method, url, parameters, request }) => {
      const received = [...open].find((one) => one.method === method && one.url === url && one.body === request.body);
      if (received !== undefined) open.delete(received);
      const isRefused = this.#row.setup.refuse?.includes(new URL(url).pathname) === true;
      if (received === undefined && !isRefused) this.#problems.push(`${kind} is listed, and did not reach the application`);
      if (received !== undefined && !isSigned(received)) this.#problems.push(`${kind} is not signed well`);
      const read = schemaFor(kind as 'voice.incoming').safeParse(parameters);
      if (!read.success) this.#problems.push(`the schema of ${kind} does not read it: ${read.error.message}`);
      return { kind, method, url, parameters, received };
    });
  }

  #compareMedia(came: readonly Came[]): readonly string[] {
    const listed = new Set(came.map(({ received }) => received));
    const fetched = this.#application.received.filter((one) => !listed.has(one));
    const strange = fetched.filter(({ method, url }) => method !== 'GET' || new URL(url).searchParams.has('CallSid'));
    const start = this.#phones.A?.calls.at(-1)?.heard.find(({ type }) => type === 'play' || type === 'say')?.at ?? Number.POSITIVE_INFINITY;
    return [
      ...strange.map(({ method, url }) => `${method} ${url} reached the application, and is not listed`),
      ...(this.#row.media ?? []).flatMap(({ path, times, beforeFirstSound = false }) => {
        const got = fetched.filter((one) => isSameUrl(path, one.url));
        return [
          ...(fitsMatcher(times, got.length, { isLoose: true }) ? [] : [`${path} was fetched ${got.length} times`]),
          ...(beforeFirstSound && got.some(({ at }) => at > start) ? [`${path} was fetched after the first sound`] : []),
        ];
      }),
    ];
  }

  #compareSockets(): readonly string[] {
    return Object.entries(this.#row.sockets ?? {}).flatMap(([path, wanted]) => {
      const opened = this.#application.sockets.get(path);
      if (opened === undefined) return [`no socket was opened to ${path}`];
      const names = opened.frames.map(({ event, type }) => event ?? type ?? '').filter((name, index, all) => name !== all[index - 1]);
      const url = opened.request.url.replace(/^http/, 'ws');
      const isSignedWell = isSigned({ url, method: 'GET', headers: Object.fromEntries(opened.request.headers) });
      return [
        ...(isSignedWell ? [] : [`the upgrade of ${path} is not signed well`]),
        ...(names.filter((name) => wanted.includes(name) || wanted[0] === 'connected').join() === wanted.join()
          ? []
          : [`${path} got ${names.join()}`]),
      ];
    });
  }
}
