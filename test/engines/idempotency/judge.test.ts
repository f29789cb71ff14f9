// What the judge of the reliability runs believes, and what it does not, on ledgers that are written by hand.
import { describe, expect, test } from 'vitest';
import { type Evidence, judge, type Reason } from './judge.js';
import type { Entry } from './ledger.js';

const LEASE_MS = 1_500;
const webhook = 'webhook-1';

/** The command of a run's claim, sent at a time and answered at another; without that one it has no answer. */
function ask(run: string, command: 'claim' | 'renew' | 'keep', since: number, at?: number, more: object = {}): Entry[] {
  const about = { process: processOf(run), webhook, claim: `claim ${run}`, command };
  const asked: Entry = { ...about, what: 'asked', at: since };
  return at === undefined ? [asked] : [asked, { ...about, what: 'answered', since, at, answer: 'new', ...more } as Entry];
}

const fail = (run: string, command: 'claim' | 'renew' | 'keep', since: number, at: number) =>
  ask(run, command, since, at, { what: 'failed', message: 'no' });

/** A run from when it began until it was done. */
const work = (run: string, began: number, done: number): Entry[] => [
  { what: 'begin', at: began, process: processOf(run), webhook, run, claim: `claim ${run}` },
  { what: 'done', at: done, process: processOf(run), webhook, run },
];

/** Runs are called by their process: `1a` and `1b` are of process 1. */
const processOf = (run: string) => Number.parseInt(run, 10);

/** A run that goes well and is answered. */
const handle = (run: string, from: number) => [
  ...ask(run, 'claim', from, from + 5),
  ...work(run, from + 5, from + 10),
  ...ask(run, 'keep', from + 10, from + 15),
];

/** Why the second of two runs was. */
function findReason(entries: readonly Entry[], more: Partial<Evidence> = {}): Reason | undefined {
  const runs = entries.flatMap((entry) => (entry.what === 'done' ? [entry] : []));
  const answers = runs.map(({ run, at }) => ({ run, at: at + 10 }));
  const sent = [{ webhook, answers, attempts: 1, isFirstAnswered: true }];
  const { again, lost } = judge({ sent, entries, outages: [], leaseMs: LEASE_MS, whenStoreFails: 'refuse', ...more });
  expect(lost).toEqual([]);
  const reasons = Object.entries(again).flatMap(([reason, all]) => all.map(() => reason as Reason));
  expect(reasons).toHaveLength(runs.length - 1);
  return reasons[0];
}

describe('a webhook that was handled again', () => {
  test('has no reason where its reply was kept, unless the store was disturbed since', () => {
    const entries = [...handle('1', 0), ...handle('2', 5_000)];
    expect(findReason(entries)).toBe('none');
    expect(findReason(entries, { outages: [{ from: 2_000, until: 3_000 }] })).toBe('forgotten');
    expect(findReason(entries, { outages: [{ from: 6_000, until: 7_000 }] })).toBe('none');
  });

  test('has no reason where its claim was certain to last', () => {
    const renewed = [...ask('1', 'claim', 0, 5), ...ask('1', 'renew', 505, 510), ...work('1', 5, 3_000), ...ask('1', 'keep', 3_000)];
    expect(findReason([...renewed, ...handle('2', 1_900)])).toBe('none');
    expect(findReason([...renewed, ...fail('1', 'renew', 1_005, 1_006), ...ask('1', 'renew', 1_505), ...handle('2', 2_100)])).toBe('store');
  });

  test('has no reason where its process did not ask for its claim to last, though nothing kept it from that', () => {
    const silent = [...ask('1', 'claim', 0, 5), ...work('1', 5, 2_500), ...ask('1', 'keep', 2_500, 2_505)];
    expect(findReason([...silent, ...handle('2', 1_600)])).toBe('none');
    const stall = (since: number, at: number): Entry => ({ what: 'stood still', process: 1, since, at });
    expect(findReason([...silent, stall(100, 2_400), ...handle('2', 1_600)])).toBe('stood still');
    expect(findReason([...silent, stall(1_700, 2_400), ...handle('2', 1_600)])).toBe('none');
    expect(findReason([...silent, { ...stall(100, 2_400), process: 2 }, ...handle('2', 1_600)])).toBe('none');
  });

  test('has no reason in the end of another process, or one that came later', () => {
    const unkept = [...ask('1', 'claim', 0, 5), ...work('1', 5, 10)];
    const killed = (process: number, at: number): Entry => ({ what: 'killed', process, at });
    expect(findReason([...unkept, killed(1, 20), ...handle('2', 1_600)])).toBe('killed');
    const crashed: Entry = { what: 'crashed', process: 1, at: 20, message: 'no' };
    expect(findReason([...unkept, crashed, ...handle('2', 1_600)])).toBe('killed');
    expect(findReason([...unkept, killed(1, 1_700), ...handle('2', 1_600)])).toBe('none');
    expect(findReason([...unkept, killed(3, 20), ...handle('2', 1_600)])).toBe('none');
    expect(findReason([...unkept, killed(1, 20), ...handle('2', 1_000)])).toBe('none');
  });

  test('was by the store where it did not answer the offers of the reply until the claim had run out', () => {
    const unkept = [...ask('1', 'claim', 0, 5), ...work('1', 5, 10), ...ask('1', 'keep', 10)];
    expect(findReason([...unkept, ...handle('2', 1_600)])).toBe('store');
    expect(findReason([...unkept, ...handle('2', 1_400)])).toBe('none');
    const refused = [10, 510, 1_010].flatMap((at) => fail('1', 'keep', at, at + 1));
    expect(findReason([...unkept.slice(0, 4), ...refused, ...handle('2', 1_600)])).toBe('store');
  });

  test('is judged by the claim of each run, where one process had both', () => {
    const entries = [...ask('1a', 'claim', 0, 5), ...work('1a', 5, 10), ...ask('1a', 'keep', 10), ...handle('1b', 1_600)];
    expect(findReason(entries)).toBe('store');
  });

  test('is not taken for one whose claim lasted by a command that failed, or was answered when the claim may have run out', () => {
    const entries = [
      ...ask('1', 'claim', 0, 5),
      ...work('1', 5, 2_000),
      ...fail('1', 'renew', 505, 506),
      ...fail('1', 'renew', 1_005, 1_006),
    ];
    expect(findReason([...entries, ...ask('1', 'keep', 2_000, 2_010), ...handle('2', 1_600)])).toBe('store');
    expect(findReason([...entries, ...ask('1', 'renew', 1_100, 1_550), ...handle('2', 1_600)])).toBe('store');
    expect(findReason([...entries, ...ask('1', 'renew', 1_100, 1_450), ...handle('2', 1_600)])).toBe('none');
  });

  test('may have begun with a claim that ran out while its process stood still, but not with one that another had', () => {
    const late = [...ask('1', 'claim', 0, 5), ...work('1', 3_000, 3_010), ...ask('1', 'keep', 3_010, 3_020)];
    const stall: Entry = { what: 'stood still', process: 1, since: 6, at: 2_999 };
    expect(findReason([...late, stall, ...handle('2', 1_600)])).toBe('stood still');
    expect(findReason([...late, stall, ...handle('2', 1_000)])).toBe('none');
    const second = [...ask('1', 'claim', 100, 105), ...late.slice(2), stall];
    expect(findReason([...handle('2', 0), ...second])).toBe('none');
  });
});

describe('a run without a claim', () => {
  const without = [...fail('2', 'claim', 1_000, 1_001), ...work('2', 1_002, 1_010), ...fail('2', 'keep', 1_010, 1_011)];

  test('is by the store, where webhooks run without it', () => {
    expect(findReason([...handle('1', 0), ...without], { whenStoreFails: 'run' })).toBe('store');
    expect(findReason([...without, ...handle('1', 2_000)], { whenStoreFails: 'run' })).toBe('store');
    expect(findReason([...handle('1', 0), ...without])).toBe('none');
  });

  test('is by the store in the process of the first run too, though nothing is known of its reply', () => {
    const entries = [...handle('2a', 0), ...ask('2b', 'claim', 400), ...work('2b', 1_401, 1_410), ...ask('2b', 'keep', 1_410)];
    expect(findReason(entries, { whenStoreFails: 'run', outages: [{ from: 300, until: 3_000 }] })).toBe('store');
  });

  test('has no reason where the store had answered', () => {
    const [asked, told] = ask('2', 'claim', 1_000, 1_010, { answer: 'busy' }) as [Entry, Entry];
    const [begin, done] = work('2', 1_010, 1_020) as [Entry, Entry];
    expect(findReason([...handle('1', 0), asked, told, begin, done], { whenStoreFails: 'run' })).toBe('none');
    expect(findReason([...handle('1', 0), asked, begin, told, done], { whenStoreFails: 'run' })).toBe('store');
  });

  test('is one too where its claim came so late that it asked again', () => {
    const late = [...ask('2', 'claim', 0, 2_000), ...fail('2', 'claim', 2_000, 2_001), ...work('2', 2_002, 2_010)];
    expect(findReason([...late, ...handle('1', 1_600)], { whenStoreFails: 'run' })).toBe('store');
    expect(findReason([...late, ...handle('1', 1_600)])).toBe('none');
  });

  test('excuses no other run: what was kept before it has to be there after it', () => {
    const entries = [...handle('1', 0), ...without, ...handle('3', 5_000)];
    const { again } = judgeAll(entries);
    expect([again.store.length, again.none.length]).toEqual([1, 1]);
  });

  test('holds a claim that came late', () => {
    const late = [...ask('2', 'claim', 0, 1_200), ...work('2', 1_001, 1_250), ...ask('2', 'keep', 1_250, 1_260)];
    const { again } = judgeAll([...late, ...handle('3', 5_000)]);
    expect(again.none).toHaveLength(1);
  });
});

function judgeAll(entries: readonly Entry[]) {
  return judge({
    sent: [{ webhook, answers: [], attempts: 1, isFirstAnswered: false }],
    entries,
    outages: [],
    leaseMs: LEASE_MS,
    whenStoreFails: 'run',
  });
}
