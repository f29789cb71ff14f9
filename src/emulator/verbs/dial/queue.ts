import type { TwimlNode } from '../../../twiml/node.js';
import { resolveIn } from '../../documents/document.js';
import type { Next, Target } from '../../documents/flow.js';
import type { Member, WaitQueue } from '../../queues/wait-queue.js';
import { orFarewell } from '../farewell.js';
import { proceed, readFlag, readInteger, readMethod, textOf } from '../read.js';
import type { VerbContext } from '../verb.js';
import { makeRecorder } from './recording.js';

/** Takes the first caller out of a queue and joins them with this one; where nobody waits, waits for somebody. */
export async function dialQueue(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { leg, scope, node: dial, document } = context;
  const { world } = leg;
  const next = (parameters: Record<string, string>): Next => proceed(context, 'voice.dial.queue', parameters);
  const queue = world.findQueue(textOf(node));
  if (queue === undefined) return next({ DialCallStatus: 'failed', DialBridged: 'false' });
  const member = await findMember(context, queue);
  if (member === undefined) return next({ DialCallStatus: 'no-answer', DialBridged: 'false', QueueSid: queue.sid });
  const told = { QueueSid: queue.sid, QueueTime: String(queue.seconds(member)), DequeingCallSid: leg.sid };
  const { url } = node.attributes;
  const whisper: Target | undefined =
    url === undefined ? undefined : { kind: 'voice.queue.url', url: resolveIn(document, url), method: readMethod(node, 'method') };
  const recorder = makeRecorder(context);
  const begun = world.clock.now;
  const end = (): Record<string, string> => ({
    DialCallStatus: 'completed',
    DialCallSid: member.leg.sid,
    DialCallDuration: String(Math.round((world.clock.now - begun) / 1000)),
    DialBridged: 'true',
    ...told,
    ...recorder.end(),
  });
  const talk = () =>
    scope.wait<void>((resolve) => {
      const look = () => {
        if (member.leg.isOver) resolve();
      };
      const onStar = readFlag(dial, 'hangupOnStar', false);
      const stops = [member.leg.watch(look), member.leg.onParted(() => resolve()), ...(onStar ? [leg.line.listenForStar(resolve)] : [])];
      recorder.answered(member.leg);
      member.take({ by: 'agent', agent: leg, whisper });
      return () => {
        for (const stop of stops) stop();
      };
    });
  try {
    await orFarewell(context, talk, () => next(end()));
    return next(end());
  } finally {
    recorder.end();
    queue.release(member);
    leg.part();
  }
}

/** The first who waits, or comes to wait within the time-out. */
function findMember({ leg, scope, node }: VerbContext, queue: WaitQueue): Promise<Member | undefined> {
  const first = queue.claim();
  if (first !== undefined) return Promise.resolve(first);
  const ringback = leg.ear.begin({ type: 'ringback' });
  return scope
    .wait<Member | undefined>((resolve) => {
      const timer = leg.world.clock.after(readInteger(node, 'timeout', 30, 1) * 1000, () => resolve(undefined));
      const stop = queue.watch(() => {
        const member = queue.claim();
        if (member !== undefined) resolve(member);
      });
      return () => {
        timer.cancel();
        stop();
      };
    })
    .finally(() => ringback.end());
}
