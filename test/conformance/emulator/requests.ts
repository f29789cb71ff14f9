import type { Received } from './application.js';
import { type Comparison, fitsMatcher } from './matcher.js';
import { isSameUrl } from './urls.js';
import type { ExpectedRequest, VoiceRow } from './voice-row.js';

type Legs = NonNullable<Comparison['legs']>;

/** A webhook as the emulator lists it, with the request that reached the application; none where it was refused. */
export interface Came {
  readonly kind: string;
  readonly method: string;
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly received: Received | undefined;
}

/** One expected request, and how often it came. */
interface State {
  readonly expected: ExpectedRequest;
  readonly isFlow: boolean;
  readonly lane: string;
  count: number;
}

/** Compares what came with what was expected: those that ask for documents in order, callbacks in an order of their own. */
export function findRequestProblems(
  { expect }: VoiceRow,
  came: readonly Came[],
  legs: Legs,
  isFlow: (kind: string) => boolean,
): readonly string[] {
  const problems: string[] = [];
  const states: readonly State[] = expect.map((expected) => ({
    expected,
    isFlow: expected.async !== true,
    lane: laneOf(expected),
    count: 0,
  }));
  const lanes = [...new Set(states.map(({ lane }) => lane))].map((name) => states.filter(({ lane }) => lane === name));
  for (const one of came) {
    const reachable = lanes.flatMap(listReachable);
    // One that has not come yet goes before one that may come again.
    const sorted = reachable.toSorted((a, b) => Number(a.count > 0) - Number(b.count > 0));
    const fitting = sorted.find(({ expected }) => findDifferences(expected, one, legs).length === 0);
    if (fitting !== undefined) {
      fitting.count += 1;
      continue;
    }
    const alike = sorted.filter(({ expected }) => expected.kind === one.kind);
    for (const state of alike.slice(0, 1)) state.count += 1;
    const differences = alike.map(({ expected }) => findDifferences(expected, one, legs).join('; '));
    const next = sorted.filter((state) => state.isFlow === isFlow(one.kind)).map(({ expected }) => `${expected.kind} to ${expected.url}`);
    problems.push(
      `${one.kind} (${one.method} ${one.url}) was not expected: ${differences[0] ?? `next were ${next.join(' or ') || 'none'}`}`,
    );
  }
  for (const { expected, count } of states) {
    if (count < leastOf(expected))
      problems.push(`${expected.kind} to ${expected.url} ${JSON.stringify(expected.params ?? {})} did not come`);
  }
  return problems;
}

function laneOf({ async: isAsync = false, lane, kind, url = '', call = '' }: ExpectedRequest): string {
  if (!isAsync) return `flow ${lane ?? ''}`;
  const family = /^voice\.(?:conference|recording|transcription)\b/.exec(kind)?.[0] ?? kind;
  return `callbacks ${lane ?? `${family} ${url} ${call}`}`;
}

/** What may come next in a lane: the first that has not come as often as it must, and whatever before it may come again. */
function listReachable(states: readonly State[]): readonly State[] {
  const latest = states.findLastIndex(({ count }) => count > 0);
  const open = states.slice(Math.max(0, latest));
  const needed = open.findIndex(({ expected, count }) => count < leastOf(expected));
  return open.slice(0, needed === -1 ? undefined : needed + 1).filter(({ expected, count }) => count < (expected.repeat?.max ?? 1));
}

function leastOf({ repeat }: ExpectedRequest): number {
  return repeat?.min ?? 1;
}

function findDifferences(expected: ExpectedRequest, { kind, method, url, parameters, received }: Came, legs: Legs): readonly string[] {
  if (expected.kind !== kind) return [`it is no ${expected.kind}`];
  const context: Comparison = { isLoose: true, legs, parameters };
  const { params = {}, absent = [], query = {}, headers = {}, call } = expected;
  const wrong = (what: string, wanted: unknown, value: unknown) =>
    `${what} is ${JSON.stringify(value)} instead of ${JSON.stringify(wanted)}`;
  const real = new URL(received?.url ?? url);
  const place = method === 'GET' ? url.replace(/\?.*$/, '') : url;
  return [
    ...Object.entries(params)
      .filter(([name, matcher]) => !fitsMatcher(matcher, parameters[name], context))
      .map(([name, matcher]) => wrong(name, matcher, parameters[name])),
    ...absent.filter((name) => parameters[name] !== undefined).map((name) => `${name} is there`),
    ...(call !== undefined && legs[call]?.has(parameters.CallSid ?? '') !== true ? [`it is not of ${call}'s call`] : []),
    ...((expected.method ?? 'POST') === method ? [] : [wrong('the method', expected.method ?? 'POST', method)]),
    ...(expected.url === undefined || isSameUrl(expected.url, place) ? [] : [wrong('the URL', expected.url, url)]),
    ...Object.entries(query)
      .filter(([name, value]) => real.searchParams.get(name) !== value)
      .map(([name, value]) => wrong(`${name} in the query`, value, real.searchParams.get(name))),
    ...Object.entries(headers)
      .filter(([name, matcher]) => !fitsMatcher(matcher, received?.headers[name.toLowerCase()], context))
      .map(([name, matcher]) => wrong(`the header ${name}`, matcher, received?.headers[name.toLowerCase()])),
    ...(expected.refused === true && received !== undefined ? ['it reached the application, though its connection was to be refused'] : []),
  ];
}
