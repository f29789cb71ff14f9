import type { Exchange, Outgoing } from '../../delivery/exchange.js';
import { levelOf } from '../../delivery/judge.js';
import { kindSchema } from '../../delivery/kind.js';
import { carryOver, makeOutgoing } from '../../delivery/outgoing.js';
import type { Route } from '../../delivery/route.js';
import { Leg } from '../../emulator/calls/leg.js';
import type { DocumentLevel } from '../../emulator/calls/names.js';
import { runDocuments } from '../../emulator/documents/flow.js';
import { readAnswer } from '../../emulator/wire/carry.js';
import type { AttemptBase, Outcome, Parameters, Webhook, WebhookAttempt } from '../../emulator/wire/webhook.js';
import { World } from '../../emulator/world.js';
import type { WebhookKind } from '../../payloads/index.js';
import type { Level } from '../../twiml/conduct.js';
import type { Conversation } from './settings.js';
import { makeVerbs } from './verbs.js';

const LEVELS: Readonly<Record<Level, DocumentLevel>> = {
  response: 'call',
  'dial-url': 'whisper',
  'conference-wait-url': 'conference-wait',
  'enqueue-wait-url': 'enqueue-wait',
  'queue-url': 'queue',
};

/**
 * Sends the webhook of a call, and lets the emulator's engine run what it is answered with. The webhooks go the way of this command, with its
 * parameters, its signature and its limits; time passes by jumps.
 *
 * @returns What there is to say of the end.
 */
export async function runCall(conversation: Conversation): Promise<readonly string[]> {
  const { first, settings } = conversation;
  const { From = '', To = '' } = first.parameters as Parameters;
  const world = new World({ authToken: settings.authToken, seed: settings.seed, strict: false });
  const leg = new Leg(world, { direction: 'inbound', from: From, to: To, status: 'in-progress' });
  const notes: string[] = [];
  let route: Route = first.route;
  world.findVerb = makeVerbs({
    acts: conversation.acts,
    describe: { settings, base: () => route },
    end: (note) => notes.push(...note),
  });
  let isFirst = true;
  const ask = async (webhook: Webhook) => {
    const outgoing = isFirst ? first : makeNext(webhook, leg, conversation);
    isFirst = false;
    route = outgoing.route;
    return toOutcome(await conversation.send(outgoing), webhook);
  };
  world.ask = (webhook) => world.clock.hold(ask(webhook));
  try {
    const kind = first.schema.kind as WebhookKind;
    const start = { kind, url: first.route.publicUrl, method: 'POST' } as const;
    await world.clock.wait(runDocuments(leg, leg.scope, LEVELS[levelOf(kind)], start));
    return notes;
  } finally {
    await world.close();
  }
}

/** The webhook as this command sends it: what is known of the call stays, and what the verb has to tell is added. */
function makeNext({ kind, url, method, parameters }: Webhook, leg: Leg, { first, settings }: Conversation): Outgoing {
  const { carrier, seed, authToken, sharedKey } = settings;
  const schema = kindSchema(kind);
  const known = leg.parameters();
  const added = Object.fromEntries(Object.entries(parameters).filter(([name]) => !Object.hasOwn(known, name)));
  const variant = kind !== 'voice.gather' ? undefined : 'SpeechResult' in added ? 'speech' : 'dtmf';
  const content = { ...carryOver(schema, first.parameters, { seed, variant }), ...added };
  return makeOutgoing({ schema, content, route: carrier.router.resolve(url, first.route), seed, authToken, sharedKey, method });
}

function toOutcome({ answer, kind, method, publicUrl, attempts }: Exchange, { url }: Webhook): Outcome {
  const about = {
    kind: kind as WebhookKind,
    method,
    url: publicUrl,
    parameters: {},
    payload: {},
    request: { headers: {}, body: '' },
    target: url,
  };
  // Nothing here reads what was sent: the exchange has that.
  const attempt = { ...about, seq: 0, at: 0, findings: [] } as AttemptBase as WebhookAttempt;
  if (answer === undefined) return { failure: { code: 11200, message: attempts.at(-1)?.failure ?? 'There is no answer' }, attempt };
  const body = new TextEncoder().encode(answer.body);
  return { answer: readAnswer({ ...answer, body }), url: url.replace(/#.*$/s, ''), attempt };
}
