import { schemaFor, type WebhookKind } from '../../payloads/index.js';
import type { Diagnostic } from '../../twiml/document/index.js';
import type { World } from '../world.js';
import type { Parameters, WebhookAttempt } from './webhook.js';

/** A webhook that Twilio itself has sent, over a line. */
export interface RealWebhook {
  readonly kind: WebhookKind;
  readonly method: string;
  readonly url: string;
  readonly parameters: Parameters;
  readonly request: WebhookAttempt['request'];
  readonly response: NonNullable<WebhookAttempt['response']>;
  /** In milliseconds since the epoch. */
  readonly at: number;
  readonly durationMs: number;
  /** What the linter says of the answer. */
  readonly findings: readonly Diagnostic[];
  /** Whether the account has signed it; `undefined` where that is not known. */
  readonly isSigned: boolean | undefined;
}

/** Takes down a webhook that came from outside beside those of the emulator, so that whoever looks on sees both. */
export function noteRealWebhook({ isSigned, ...real }: RealWebhook, world: World): void {
  const { kind, method, url, parameters, response, durationMs, findings } = real;
  const seq = world.log.add({ type: 'webhook', kind, method, url });
  const schema = schemaFor(kind) as unknown as { safeParse(input: unknown): { readonly data?: unknown } };
  const payload = schema.safeParse(parameters).data ?? parameters;
  world.noteAttempt({ seq, ...real, payload, target: url } as WebhookAttempt);
  world.log.add({ type: 'answer', status: response.status, durationMs, causes: [seq] });
  const where = `${kind} over the line`;
  if (isSigned === false)
    world.report({ severity: 'error', message: `${where}: the account did not sign it, so that it is not Twilio’s.` }, [seq]);
  for (const { severity, message, twilioCode, rule } of findings) {
    if (severity === 'info') continue;
    world.report({ severity, message: `${where}: ${message}`, rule, ...(twilioCode !== undefined && { twilioCode }) }, [seq]);
  }
}
