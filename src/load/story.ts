import type { LoadContext, LoadStory } from '../emulator/load-story.js';
import type { Phone } from '../emulator/phone.js';
import type { World } from '../emulator/world.js';
import { Caller, type Hesitation } from './caller.js';
import type { LoadPlan, ReplayedStep, StoryPlan } from './plan.js';

/** A person who has arrived, and what they have in their hands. */
export interface Person extends LoadContext {
  readonly phone: Phone;
  readonly world: World;
  readonly plan: Pick<LoadPlan, 'holdMs'>;
  readonly hesitation: Hesitation;
  /** Follows a call of this person. @returns What ends that. */
  follow(callSid: string, caller: Caller): () => void;
}

/** Something was not there that the story is about. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/** What one person does. */
export type RunStory = (person: Person) => Promise<unknown>;

/** Makes what runs a story. @throws StoryError when a module has none. */
export async function openStory(story: StoryPlan): Promise<RunStory> {
  if (story.type === 'call') return (person) => runCall(person, story);
  if (story.type === 'texts') return (person) => runTexts(person, story);
  if (story.type === 'replay') return (person) => replay(person, story.steps);
  const { default: run } = (await import(story.url)) as { readonly default?: unknown };
  if (typeof run !== 'function') throw new StoryError('The module has no default export that is a function of a telephone');
  return ({ phone, number, index, think, random, signal }) => (run as LoadStory)(phone, { number, index, think, random, signal });
}

async function runCall(person: Person, { acts, expected }: Extract<StoryPlan, { readonly type: 'call' }>): Promise<void> {
  const { phone, world, number, hesitation, plan } = person;
  const answered = phone.call(number);
  const call = phone.calls.at(-1);
  const leg = world.legs.get(call?.sid ?? '');
  if (call === undefined || leg === undefined) throw new StoryError(`Nobody can be called at ${number}`);
  const caller = new Caller(call, leg, hesitation);
  const stop = person.follow(call.sid, caller);
  try {
    await answered;
    for (const act of acts) if (!(await caller.perform(act))) throw new StoryError(`Nothing was there for ${describeAct(act)}.`);
    await caller.stay(plan.holdMs);
    checkHeard(
      expected,
      call.heard.flatMap(({ text }) => (text === undefined ? [] : [text])),
    );
  } finally {
    stop();
    if (!leg.isOver) leg.hangUp();
  }
}

function describeAct(act: Parameters<Caller['perform']>[0]): string {
  if (act.does === 'press') return `--press ${act.keys}`;
  return 'words' in act ? `--${act.does} ${JSON.stringify(act.words)}` : act.does === 'wait' ? '--silence' : '--hangup';
}

async function runTexts(person: Person, { bodies, expected }: Extract<StoryPlan, { readonly type: 'texts' }>): Promise<void> {
  const { phone, number } = person;
  for (const [index, body] of bodies.entries()) {
    if (index > 0) await person.think();
    await phone.text(number, body);
  }
  checkHeard(
    expected,
    phone.messages.filter(({ direction }) => direction !== 'inbound').map(({ body }) => body),
  );
}

function checkHeard(expected: readonly string[], heard: readonly string[]): void {
  for (const text of expected) if (!heard.some((one) => one.includes(text))) throw new StoryError(`${JSON.stringify(text)} did not come.`);
}

/** Does what somebody did in a session. What they pressed and said they do when they have thought. */
async function replay(person: Person, steps: readonly ReplayedStep[]): Promise<void> {
  const { phone } = person;
  let call: Awaited<ReturnType<Phone['call']>> | undefined;
  for (const [index, step] of steps.entries()) {
    if (step.does === 'text') {
      if (index > 0) await person.think();
      await phone.text(step.to, step.body, step.options);
    } else if (step.does === 'receive') await phone.receive(step.body);
    else if (step.does === 'call') call = await phone.call(step.to);
    else if (call === undefined) throw new StoryError(`The recording has "${step.does}" before a call`);
    else if (step.does === 'press' || step.does === 'say') {
      await person.think();
      await (step.does === 'press' ? call.press(step.keys) : call.say(step.text));
    } else if (step.does === 'hear') await call.hear(step.text);
    else if (step.does === 'stay') await call.stay(step.ms);
    else if (call.status === 'in-progress') await call.hangUp();
  }
}
