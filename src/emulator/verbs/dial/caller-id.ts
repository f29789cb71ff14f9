import type { VerbContext } from '../verb.js';
import type { Noun } from './noun.js';

/**
 * What is wrong with who is shown to those who are called, where telephones are among them: it is the caller, one of our numbers, or a
 * number that was verified. https://www.twilio.com/docs/voice/twiml/dial#callerid
 */
export function findCallerIdProblem({ leg, node }: VerbContext, nouns: readonly Noun[]): string | undefined {
  if (!nouns.some(({ address }) => address.startsWith('+'))) return undefined;
  const callerId = node.attributes.callerId?.trim() ?? '';
  if (callerId === '') {
    return leg.from.startsWith('client:') ? 'A call of a client has no number to show: <Dial> needs a callerId.' : undefined;
  }
  const { directory, settings } = leg.world;
  const isOurs = directory.numbers.has(callerId) || settings.verifiedCallerIds.includes(callerId);
  if (isOurs || callerId === leg.from || callerId === leg.to) return undefined;
  return (
    '<Dial callerId> is neither the caller, nor the number that was called, nor one of `numbers`. ' +
    'Where it is verified in your account, add it to the option verifiedCallerIds.'
  );
}
