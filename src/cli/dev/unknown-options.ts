import type { DevConfig } from '../../emulator/define-config.js';
import { NUMBER } from '../../emulator/known-names.js';
import { didYouMean } from '../../twiml/did-you-mean.js';

const OPTIONS: { readonly [Name in keyof DevConfig]-?: true } = {
  ...{ app: true, publicUrl: true, numbers: true, phones: true, port: true, accountSid: true, authToken: true, allowRemote: true },
  ...{ applications: true, sipDomains: true, messagingServices: true, queues: true, verifiedCallerIds: true, strangers: true },
  ...{ debuggerUrl: true, faults: true, deviations: true, now: true, seed: true, keep: true, keepAlive: true },
};

/** Names what a configuration has and nobody reads: in JSON and JavaScript nothing else would tell of a slip. */
export function listUnknownOptions(config: DevConfig): readonly string[] {
  const numbers = Object.entries(config.numbers ?? {}).flatMap(([number, settings]) =>
    typeof settings === 'object' && settings !== null ? describeUnknown(settings, NUMBER, ` of ${number}`) : [],
  );
  return [...describeUnknown(config, OPTIONS, ''), ...numbers];
}

function describeUnknown(given: object, known: object, where: string): readonly string[] {
  const names = Object.keys(known);
  return (
    Object.keys(given)
      // "$schema" and its like are for editors.
      .filter((name) => !names.includes(name) && !name.startsWith('$'))
      .map((name) => `The configuration has "${name}"${where}, which is no option${didYouMean(name, names)}`)
  );
}
