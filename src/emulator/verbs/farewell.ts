import { Interruption } from '../calls/scope.js';
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
 * that is anything.
 */
export async function orFarewell<Value>(context: VerbContext, wait: () => Promise<Value>, farewell: () => Next): Promise<Value> {
  try {
    return await wait();
  } catch (error) {
    if (error instanceof Interruption && isTold(error, context)) {
      const next = farewell();
      if (next !== undefined && 'go' in next) askInVain(context, next.go);
    }
    throw error;
  }
}

function isTold({ reason }: Interruption, { leg, node }: VerbContext): boolean {
  const { interruptedAction } = leg.world.settings.deviations;
  return reason === 'gone' || (reason === 'updated' && node.tag === 'Dial' && interruptedAction === 'asked');
}
