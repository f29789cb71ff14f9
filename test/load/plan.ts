import type { LoadPlan } from '../../src/load/plan.js';

/** The auth token of all plans. */
export const authToken = '6bc1bee22e409f96e93d7e117393172a';

/** A plan of a few calls to an application, in which nobody hesitates. */
export function makePlan(app: string, changes: Partial<LoadPlan> = {}): LoadPlan {
  const number = '+12015550123';
  return {
    app,
    publicUrl: app,
    authToken,
    allowRemote: false,
    keepAlive: true,
    number,
    numbers: { [number]: { voiceUrl: '/voice', smsUrl: '/sms', statusCallback: '/status' } },
    stories: [{ type: 'call', acts: [{ does: 'hang-up' }], expected: [] }],
    dialled: 'answer',
    perSecond: 50,
    isRandom: false,
    rampMs: 0,
    warmUpMs: 0,
    durationMs: Number.POSITIVE_INFINITY,
    mostStories: 5,
    thinkMs: [0, 0],
    holdMs: 0,
    latestMs: Number.POSITIVE_INFINITY,
    patienceMs: 60_000,
    people: 1000,
    seed: 1,
    ...changes,
  };
}
