import { Interruption, type InterruptionCause } from '../calls/scope.js';
import type { Next, Target } from '../documents/flow.js';
import { sendWebhook } from '../wire/wire.js';
import type { VerbContext } from './verb.js';

/** Asks the application once more though the call is over: what it answers has no effect, and is looked at all the same. */
export function askInVain({ leg }: VerbContext, { kind, url, method, parameters, causes }: Target): void {
  const { world } = leg;
  const webhook = {
    kind,
    url,
    method,
    parameters: { ...leg.parameters(), ...parameters },
    lint: { document: 'voice', context: 'response' },
    callSid: leg.sid,
    jar: leg.jar,
    ...(causes && { causes }),
  } as const;
  void world.clock.hold(sendWebhook(webhook, world));
}

/**
 * Waits as a verb does. When the caller hangs up meanwhile, the application is asked all the same, in vain: what `farewell` returns, where
 * that is anything. It is told why: `gone`, or `updated` where REST gave the call another document.
 */
export async function orFarewell<Value>(
  context: VerbContext,
  wait: () => Promise<Value>,
  farewell: (reason: InterruptionCause) => Next,
): Promise<Value> {
  try {
    return await wait();
  } catch (error) {
    if (error instanceof Interruption && isTold(error, context)) {
      const next = farewell(error.reason);
      if (next !== undefined && 'go' in next) askInVain(context, next.go);
    }
    throw error;
  }
}

function isTold({ reason }: Interruption, { leg }: VerbContext): boolean {
  return reason === 'gone' || (reason === 'updated' && leg.world.settings.deviations.interruptedAction === 'asked');
}
