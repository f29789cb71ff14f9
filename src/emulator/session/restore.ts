import { signContent } from '../../delivery/delivery.js';
import { kindSchema } from '../../delivery/kind.js';
import { webhookKinds } from '../../payloads/index.js';
import type { EmulatorEvent } from '../events.js';
import type { WebhookAttempt } from '../wire/webhook.js';
import type { World } from '../world.js';
import { readButtons } from './buttons.js';
import { readFiles } from './files.js';
import type { Session, SessionEvent } from './format.js';

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

/** Puts what a session file holds into a world that has just begun, so that it is shown, sent again and written as a test. */
export function restoreSession(world: World, { events }: Session): void {
  const answers = new Map(events.flatMap((event) => (event.type === 'answer' ? [[event.causes[0], event] as const] : [])));
  world.log.restore(events as readonly EmulatorEvent[]);
  for (const event of events) {
    if (event.type === 'message') restoreMessage(world, event);
    if (event.type === 'finding') world.findings.push(event.finding);
    if (event.type === 'webhook' && isKind(event.kind)) world.noteAttempt(restoreAttempt(world, event, answers.get(event.seq)));
  }
}

/** Files come with one event of a message, and buttons with all of them. */
function restoreMessage({ messaging }: World, { messageSid, media = [], files, buttons }: Of<'message'>): void {
  if (files !== undefined) messaging.restoreMedia(messageSid, readFiles(media, files));
  if (buttons !== undefined) messaging.restoreButtons(messageSid, readButtons(buttons));
}

function isKind(kind: string): boolean {
  return (webhookKinds as readonly string[]).includes(kind);
}

/** The signature was not kept, and is made anew. */
function restoreAttempt(world: World, event: Of<'webhook'>, answer: Of<'answer'> | undefined): WebhookAttempt {
  const { seq, at, method, url, parameters, target, replayOf } = event;
  const kind = event.kind as WebhookAttempt['kind'];
  const { authToken } = world.settings;
  const signed = signContent(parameters, { url: target, method: method === 'GET' ? 'GET' : 'POST', authToken, idempotencyToken: '' });
  const read = kindSchema(kind).safeParse(parameters);
  return {
    ...{ seq, at, kind, method, url, parameters, target },
    ...(replayOf !== undefined && { replayOf }),
    payload: read.success ? read.data : parameters,
    request: { headers: { ...event.headers, ...signed.headers }, body: signed.body },
    ...(answer?.status !== undefined && { response: { status: answer.status, headers: answer.headers ?? {}, body: answer.body ?? '' } }),
    ...(answer?.failure !== undefined && { failure: answer.failure }),
    ...(answer !== undefined && { durationMs: answer.durationMs }),
    findings: answer?.findings ?? [],
  } as WebhookAttempt;
}
