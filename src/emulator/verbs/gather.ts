import type { Scope } from '../calls/scope.js';
import { Interruption } from '../calls/scope.js';
import type { Target } from '../documents/flow.js';
import { Collector, type Input } from './collector.js';
import { askInVain } from './farewell.js';
import { pause } from './pause.js';
import { playSound, prepareSound } from './play.js';
import { actionOf, elementsIn, readFlag } from './read.js';
import { say } from './say.js';
import type { Verb, VerbContext } from './verb.js';

/** Collects keys or words, and asks the application with them. Whatever is entered cuts off the prompts inside. */
export const gather: Verb = {
  tag: 'Gather',
  async run(context) {
    const input = await collect(context);
    const isEmpty = input.type === 'keys' && input.digits === '';
    if (isEmpty && !readFlag(context.node, 'actionOnEmptyResult', false)) return undefined;
    return { go: targetOf(context, input) };
  },
};

function targetOf(context: VerbContext, input: Input): Target {
  return actionOf(context, 'voice.gather', parametersOf(input));
}

function parametersOf(input: Input): Record<string, string> {
  if (input.type === 'keys') return { Digits: input.digits, FinishedOnKey: input.finishedOn };
  return { SpeechResult: input.speech.text, Confidence: String(input.speech.confidence) };
}

async function collect(context: VerbContext): Promise<Input> {
  const { leg, scope } = context;
  const prompts = scope.child();
  let entered: Input | undefined;
  try {
    return await scope.wait<Input>((resolve, reject) => {
      const collector = new Collector(context, () => prompts.end('over'), resolve);
      const stopListening = leg.line.listen(collector.listener);
      prompt(context, prompts).then(
        () => collector.begin(),
        (error: unknown) => {
          if (error instanceof Interruption) collector.begin();
          else reject(error);
        },
      );
      return () => {
        stopListening();
        collector.stop();
        entered = collector.entered;
      };
    });
  } catch (error) {
    const isGone = error instanceof Interruption && error.reason === 'gone';
    if (isGone && entered !== undefined && leg.world.settings.deviations.gatherHangUp === 'asked')
      askInVain(context, targetOf(context, entered));
    throw error;
  } finally {
    prompts.end('over');
  }
}

/** Says and plays what stands inside. All sounds are fetched before the first is played. */
async function prompt(context: VerbContext, scope: Scope): Promise<void> {
  const steps = elementsIn(context.node).map((node) => {
    const inner = { ...context, node, scope };
    if (node.tag === 'Say') return () => say.run(inner);
    if (node.tag === 'Pause') return () => pause.run(inner);
    if (node.tag !== 'Play') return async () => undefined;
    const prepared = prepareSound(inner);
    prepared.catch(() => undefined);
    return () => playSound(inner, prepared);
  });
  for (const step of steps) await step();
}
