import dns from 'node:dns';
import { refusal } from './failures.js';
import { cleanHost, judgeHost } from './hosts.js';

type Method = (...parameters: unknown[]) => unknown;
type Methods = Record<string, Method | undefined>;

/** What a failed call gives: it calls back, or is a promise that rejects. */
type Fail = (failure: Error, parameters: readonly unknown[]) => unknown;

const callBack: Fail = (failure, parameters) => {
  const callback = parameters.find((value) => typeof value === 'function');
  process.nextTick(() => callback?.(failure));
};

const reject: Fail = (failure) => Promise.reject(failure);

/** Refuses to look up any host of Twilio's: what is led to the emulator needs no look-up, and nothing else may go there. */
export function guardLookUps(): void {
  guard(dns, callBack);
  guard(dns.Resolver.prototype, callBack);
  guard(dns.promises, reject);
  guard(dns.promises.Resolver.prototype, reject);
}

function guard(owner: object, fail: Fail): void {
  const methods = owner as Methods;
  for (const name of Object.getOwnPropertyNames(owner).filter((key) => /^(?:lookup|resolve[0-9A-Z]?[a-z]*)$/.test(key))) {
    const method = methods[name];
    if (typeof method !== 'function') continue;
    methods[name] = function (this: unknown, ...parameters: unknown[]): unknown {
      const [host] = parameters;
      if (judgeHost(host) === undefined) return Reflect.apply(method, this, parameters);
      return fail(refusal(cleanHost(String(host))), parameters);
    };
  }
}
