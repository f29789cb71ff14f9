import type { Target } from '../documents/flow.js';
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
