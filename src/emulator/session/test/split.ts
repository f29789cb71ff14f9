import type { Conversation, Step } from './step.js';

/** Splits steps into conversations: one begins where somebody calls or writes while nobody is on the telephone. */
export function splitConversations(steps: readonly Step[]): readonly Conversation[] {
  const groups: Step[][] = [];
  const open = new Set<string>();
  for (const step of steps) {
    const group = groups.at(-1);
    if (group === undefined || (open.size === 0 && isBeginning(step, group))) groups.push([step]);
    else group.push(step);
    if (step.does === 'call' || step.does === 'ring') open.add(step.call);
    if (step.does === 'expect-status' || step.does === 'hang-up') open.delete(step.call);
  }
  return groups.map((group) => ({ title: titleOf(group), steps: group }));
}

/** The texts of one telephone stay together. */
function isBeginning(step: Step, group: readonly Step[]): boolean {
  if (step.does === 'call' || step.does === 'ask') return true;
  return step.does === 'text' && group.some((before) => before.does === 'call' || ('phone' in before && before.phone !== step.phone));
}

function titleOf(steps: readonly Step[]): string {
  const first =
    steps.find(({ does }) => does === 'call' || does === 'text') ?? steps.find(({ does }) => does === 'ring' || does === 'receive');
  if (first?.does === 'call') return `${first.phone} calls ${first.to}`;
  if (first?.does === 'text') return `${first.phone} writes to ${first.to}`;
  if (first?.does === 'ring') return `${first.phone} is called`;
  if (first?.does === 'receive') return `${first.phone} gets a text`;
  const outcome = steps.find(({ does }) => does === 'expect-outcome');
  return outcome?.does === 'expect-outcome' ? `${outcome.phone} is called` : 'the application asks Twilio for something';
}
