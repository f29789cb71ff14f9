import twilio from 'twilio';
import type { Emulator, RestClient } from '../../../src/emulator/index.js';
import { ACCOUNT, TOKEN } from './application.js';
import type { Step } from './platform-row.js';
import type { Saved } from './saved.js';
import { findShapeProblems } from './shapes.js';

type Callable = (...parameters: unknown[]) => unknown;

/** `twilio`'s own client over an emulator. Every answer that goes through it is compared with Twilio's documents. */
export class OfficialClient {
  readonly #saved: Saved;
  readonly #httpClient: RestClient;

  constructor(emulator: Emulator, saved: Saved, problems: string[]) {
    this.#saved = saved;
    this.#httpClient = {
      request: async (options) => {
        const answer = await emulator.client.request(options);
        problems.push(...findShapeProblems(options.method.toUpperCase(), String(options.uri), answer.statusCode, answer.body));
        return answer;
      },
    };
  }

  /** The client that a step wants: with the account's token, with a wrong one, or with an API key that an earlier step has made. */
  open(name: unknown): object {
    const httpClient = this.#httpClient as never;
    if (name === 'wrong') return twilio(ACCOUNT, 'f'.repeat(32), { httpClient });
    if (name === 'stranger') return twilio(`AC${'e'.repeat(32)}`, TOKEN, { httpClient });
    if (name === 'key' || name === 'wrongKey') {
      const secret = name === 'key' ? String(this.#saved.look('key.secret')) : 'nonsense';
      return twilio(String(this.#saved.look('key.sid')), secret, { accountSid: ACCOUNT, httpClient });
    }
    return twilio(ACCOUNT, TOKEN, { httpClient });
  }

  /** Does what a step says, such as `messages($m.sid).fetch`. */
  async call(step: Step): Promise<unknown> {
    const path = String(step.call);
    const parameters = this.#saved.resolve((step.args ?? []) as unknown[]);
    let target: unknown = this.open(step.client);
    let owner: unknown;
    for (const segment of path.match(/\w+(?:\([^)]*\))?/g) ?? []) {
      const [, name = '', argument] = /^(\w+)(?:\((.*)\))?$/.exec(segment) ?? [];
      owner = target;
      target = (target as Readonly<Record<string, unknown>>)[name];
      if (argument !== undefined) target = (target as Callable).call(owner, this.#saved.resolve(argument));
    }
    if (path.endsWith('.each')) return this.#collect(target as Callable, owner, parameters[0] as object);
    return await (target as Callable).apply(owner, parameters);
  }

  #collect(each: Callable, owner: unknown, options: object): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const all: unknown[] = [];
      const done = (error?: Error) => (error === undefined || error === null ? resolve(all) : reject(error));
      each.call(owner, { ...options, callback: (item: unknown) => all.push(item), done });
    });
  }
}
