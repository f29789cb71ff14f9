import type { LoadAct, StoryPlan } from '../../load/plan.js';
import { UsageError } from '../context.js';
import type { KeptWebhook } from '../record/kept-webhook.js';

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Reads what people did out of the webhooks that `ringback record` has kept: what a call was asked and answered is a call, what one person wrote
 * is a conversation.
 *
 * @throws UsageError when nobody called or wrote.
 */
export function readRecording(kept: readonly KeptWebhook[]): readonly StoryPlan[] {
  const calls = new Map<string, LoadAct[]>();
  const texts = new Map<string, string[]>();
  const inOrder = [...kept].filter(isKept).sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1));
  for (const { kind = '', request } of inOrder) {
    const parameters = request.parameters as Parameters;
    if (kind.startsWith('voice.incoming')) calls.set(textOf(parameters.CallSid), []);
    else if (kind.startsWith('voice.')) calls.get(textOf(parameters.CallSid))?.push(...readActs(kind, parameters));
    else if (kind.startsWith('messaging.incoming')) {
      const from = textOf(parameters.From);
      texts.set(from, [...(texts.get(from) ?? []), textOf(parameters.Body)]);
    }
  }
  const stories: readonly StoryPlan[] = [
    ...[...calls.values()].map((acts) => ({ type: 'call', acts, expected: [] }) as const),
    ...[...texts.values()].map((bodies) => ({ type: 'texts', bodies, expected: [] }) as const),
  ];
  if (stories.length === 0)
    throw new UsageError('Nobody calls or writes in this recording: it has neither voice.incoming nor messaging.incoming');
  return stories;
}

function isKept(value: unknown): value is KeptWebhook {
  const { recordedAt, request } = (value ?? {}) as Partial<KeptWebhook>;
  return typeof recordedAt === 'string' && typeof request?.parameters === 'object' && request.parameters !== null;
}

/** What is told of a `<Gather>`, and of a `<Record>`: nothing but that somebody said something. */
function readActs(kind: string, { Digits, SpeechResult }: Parameters): readonly LoadAct[] {
  if (kind === 'voice.gather' && /^[\d*#]+$/.test(textOf(Digits))) return [{ does: 'press', keys: textOf(Digits) }];
  if (kind === 'voice.gather' && textOf(SpeechResult) !== '') return [{ does: 'say', words: textOf(SpeechResult) }];
  return kind === 'voice.recording.record-verb' ? [{ does: 'record', words: 'Please call me back.' }] : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
