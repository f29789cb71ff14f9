import type { Emulator } from '../../../src/emulator/index.js';
import type { Application, Received } from './application.js';
import { fitsMatcher, type Matcher } from './matcher.js';
import type { Expectation, ExpectedRequest, ExpectedStatuses } from './platform-row.js';
import type { Saved } from './saved.js';

/** What a row is checked against. */
export interface Stage {
  readonly emulator: Emulator;
  readonly application: Application;
  readonly saved: Saved;
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Says in sentences what does not hold. */
export function findMisfits(expectation: Expectation, stage: Stage): string[] {
  const { values = {}, ...others } = expectation;
  const { requests = {}, statuses = {}, phones = {}, ...rest } = stage.saved.resolve(others);
  return [
    ...Object.entries(requests).flatMap(([path, wanted]) => checkRequests(path, wanted, stage.application.requests[path] ?? [])),
    ...Object.entries(statuses).flatMap(([path, wanted]) => checkStatuses(path, wanted, stage.application.requests[path] ?? [])),
    ...Object.entries(phones).flatMap(([address, wanted]) => checkPhone(address, wanted, stage.emulator)),
    ...Object.entries(values).flatMap(([reference, matcher]) => checkValue(reference, matcher, stage.saved)),
    ...checkFindings(rest, stage.emulator),
    ...checkKinds(rest, stage.emulator),
  ];
}

function checkRequests(path: string, wanted: number | readonly ExpectedRequest[], got: readonly Received[]): string[] {
  const count = typeof wanted === 'number' ? wanted : wanted.length;
  if (got.length !== count) return [`${path} was asked ${got.length} times, not ${count}`];
  if (typeof wanted === 'number') return [];
  return wanted.flatMap((one, index) => checkRequest(`request ${index + 1} to ${path}`, one, got[index] as Received));
}

function checkRequest(
  what: string,
  { method, params = {}, query = {}, absent = [], headers = {} }: ExpectedRequest,
  got: Received,
): string[] {
  const check = (matchers: Readonly<Record<string, Matcher>>, values: Readonly<Record<string, string>>) =>
    Object.entries(matchers)
      .filter(([name, matcher]) => !fitsMatcher(matcher, values[name], { isLoose: true }))
      .map(([name, matcher]) => `${what}: ${name} is ${show(values[name])}, not ${show(matcher)}`);
  return [
    ...(method === undefined || method === got.method ? [] : [`${what} is a ${got.method}`]),
    ...check(params, got.params),
    ...check(query, got.query),
    ...check(headers, got.headers),
    ...absent.filter((name) => name in got.params).map((name) => `${what} carries ${name}`),
  ];
}

function checkStatuses(path: string, { of, are, error }: ExpectedStatuses, requests: readonly Received[]): string[] {
  const got = requests
    .map(({ params }) => params)
    .filter(({ MessageStatus, MessageSid }) => MessageStatus && (of === undefined || MessageSid === of));
  const list = got.map(({ MessageStatus }) => MessageStatus);
  const code = got.at(-1)?.ErrorCode;
  return [
    ...(fitsMatcher(are, list) ? [] : [`the statuses called back to ${path} were ${show(list)}, not ${show(are)}`]),
    ...((error === undefined ? code === undefined : fitsMatcher(error, code, { isLoose: true }))
      ? []
      : [`the last status has ErrorCode ${show(code)}, not ${show(error)}`]),
    ...got.flatMap(({ SmsStatus, MessageStatus }) => (SmsStatus === MessageStatus ? [] : ['SmsStatus and MessageStatus differ'])),
    ...got.flatMap((params) =>
      ['Body', 'NumMedia', 'NumSegments'].filter((name) => name in params).map((name) => `a status callback carries ${name}`),
    ),
  ];
}

function checkPhone(address: string, wanted: number | readonly Readonly<Record<string, Matcher>>[], emulator: Emulator): string[] {
  const got = emulator.phone(address).messages.filter(({ to }) => to === address);
  const count = typeof wanted === 'number' ? wanted : wanted.length;
  if (got.length !== count) return [`${address} has received ${show(got.map(({ body }) => body))}, expected ${count}`];
  if (typeof wanted === 'number') return [];
  return wanted.flatMap((one, index) =>
    Object.entries(one).flatMap(([name, matcher]) => {
      const message = got[index];
      const value = name === 'media' ? message?.media.map(({ contentType }) => contentType) : message?.[name as 'body'];
      return fitsMatcher(matcher, value, { isLoose: true })
        ? []
        : [`text ${index + 1} on ${address}: ${name} is ${show(value)}, not ${show(matcher)}`];
    }),
  );
}

function checkValue(reference: string, matcher: Matcher, saved: Saved): string[] {
  const value = saved.look(reference.slice(1));
  const wanted = saved.resolve(matcher);
  return fitsMatcher(wanted, value) ? [] : [`${reference} is ${show(value)}, not ${show(wanted)}`];
}

function checkFindings({ findings, noFinding = [] }: Expectation, emulator: Emulator): string[] {
  const all = emulator.findings;
  const bad = all.filter(({ severity }) => severity !== 'info');
  const missing = (findings ?? []).filter(
    ({ code, matches, severity }) =>
      !all.some(
        (one) =>
          (code === undefined || one.twilioCode === code) &&
          (severity === undefined || one.severity === severity) &&
          (matches === undefined || new RegExp(matches, 'iu').test(`${one.message} ${one.rule ?? ''}`)),
      ),
  );
  return [
    ...(findings?.length === 0 && bad.length > 0 ? [`there are findings: ${show(bad)}`] : []),
    ...missing.map((one) => `there is no finding ${show(one)} among ${show(all)}`),
    ...noFinding.filter(({ code }) => all.some(({ twilioCode }) => twilioCode === code)).map(({ code }) => `there is a finding ${code}`),
  ];
}

function checkKinds({ kinds = [], noKinds = [] }: Expectation, emulator: Emulator): string[] {
  const got: readonly string[] = emulator.webhooks.map(({ kind }) => kind);
  let from = 0;
  const missing = kinds.filter((kind) => {
    const at = got.indexOf(kind, from);
    if (at !== -1) from = at + 1;
    return at === -1;
  });
  return [
    ...missing.map((kind) => `there is no ${kind} at its place in ${got.join(', ')}`),
    ...noKinds.filter((kind) => got.includes(kind)).map((kind) => `there is a ${kind}`),
  ];
}
