import { type Expectation, schemaFor, type WebhookKind } from '../payloads/index.js';
import type { Leg } from './calls/leg.js';
import { transcribe } from './calls/transcript.js';

/** All that helps to find why a call went otherwise than was expected: what was heard, the last webhook and its answer, the findings. */
export function describeFault(leg: Leg): string {
  const { world } = leg;
  const heard = transcribe(leg);
  const ofCall = world.webhooks.filter(({ parameters }) => parameters.CallSid === leg.sid);
  // What asked for a document tells more than a callback.
  const last = ofCall.findLast(({ kind }) => asksForDocument(kind)) ?? ofCall.at(-1);
  const parts = [
    `Call ${leg.sid} from ${leg.from} to ${leg.to} is ${leg.status}.`,
    heard === '' ? 'Nothing was heard.' : `Heard:\n${heard}`,
    last === undefined
      ? 'No webhook was sent.'
      : `Last webhook: ${last.kind}, ${last.method} ${last.url.replace(/\?.*$/s, '')}\n${describeAnswer(last)}`,
    ...(world.findings.length === 0
      ? []
      : [`Findings:\n${world.findings.map(({ twilioCode, message }) => `  ${twilioCode ?? ''} ${message}`).join('\n')}`]),
  ];
  return parts.join('\n');
}

/** Whether the answer to a kind of webhook is a document. */
function asksForDocument(kind: WebhookKind): boolean {
  const { expects }: { readonly expects: Expectation | readonly Expectation[] } = schemaFor(kind);
  return [expects].flat().includes('voice-twiml');
}

function describeAnswer({
  response,
  failure,
}: {
  readonly response?: { readonly status: number; readonly body: string };
  readonly failure?: string;
}): string {
  if (response === undefined) return `No answer: ${failure ?? 'it is still under way'}`;
  const body = response.body.length > 2000 ? `${response.body.slice(0, 2000)}…` : response.body;
  return `Answer: ${response.status} ${body}`;
}
