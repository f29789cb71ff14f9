import { Answers } from '../rest/answers.js';
import type { World } from '../world.js';
import type { Webhook } from './webhook.js';
import { makeIdempotencyToken, sendWebhook } from './wire.js';

/**
 * Sends a webhook whose answer nobody waits for. Such callbacks are in no order against the requests that ask for documents, and faults may
 * lose, repeat, delay and shuffle them.
 */
export function sendCallback(webhook: Webhook, world: World): void {
  const { repeats = 0, disorder = 0, gaps = 0, delayMs = 0 } = world.settings.faults;
  const { chance, clock } = world;
  if (chance.happens(gaps, 'gap')) return;
  // The clock is held by the callback itself, as long as it takes none of its time. What REST sets going is told only after its answer.
  const isRepeated = chance.happens(repeats, 'repeat');
  const sent = isRepeated ? { ...webhook, idempotencyToken: makeIdempotencyToken(world) } : webhook;
  const send = () => world.part(Answers).after(() => void sendWebhook(sent, world));
  // What is overtaken comes later than whatever follows at once.
  const late = (delayMs === 0 ? 0 : chance.between(0, delayMs, 'delay')) + (chance.happens(disorder, 'disorder') ? OVERTAKEN_MS : 0);
  if (late === 0) send();
  else clock.after(late, send);
  if (isRepeated) clock.after(late + REPEATED_MS, send);
}

const OVERTAKEN_MS = 4000;
const REPEATED_MS = 1000;
