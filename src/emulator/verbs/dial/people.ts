import type { Next } from '../../documents/flow.js';
import { VerbFailure } from '../../documents/verb-failure.js';
import { orFarewell } from '../farewell.js';
import { readFlag } from '../read.js';
import type { VerbContext } from '../verb.js';
import { findCallerIdProblem } from './caller-id.js';
import { Dialling } from './dialling.js';
import { type Noun, readNouns } from './noun.js';

/** How many may be called at once: https://www.twilio.com/docs/voice/twiml/dial */
const MOST_PEOPLE = 10;

/** Calls people, and joins the first who answers with the caller. */
export async function dialPeople(context: VerbContext): Promise<Next> {
  const nouns = readNouns(context);
  if (nouns.length === 0) throw new VerbFailure(13223, '<Dial> has nobody to call: give it a number, a <Client> or a <Sip>.');
  const dialling = new Dialling(context);
  const problem = findCallerIdProblem(context, nouns);
  if (problem !== undefined) {
    context.leg.world.report({ twilioCode: 13214, severity: 'warning', message: problem }, [context.event]);
    return dialling.next();
  }
  try {
    const transfer = await orFarewell(
      context,
      () => dialling.run(makeGroups(context, nouns)),
      () => {
        dialling.abandon();
        return dialling.next();
      },
    );
    return transfer === undefined ? dialling.next() : { go: transfer };
  } finally {
    dialling.abandon();
  }
}

/** Who is called at the same time: all, or one after the other. */
function makeGroups({ leg, node, event }: VerbContext, nouns: readonly Noun[]): readonly (readonly Noun[])[] {
  if (readFlag(node, 'sequential', false)) return nouns.map((noun) => [noun]);
  if (nouns.length > MOST_PEOPLE) {
    const message = `<Dial> calls ${MOST_PEOPLE} at once at most, and ${nouns.length} are named: the others are not called.`;
    leg.world.report({ twilioCode: 13250, severity: 'warning', message }, [event]);
  }
  return [nouns.slice(0, MOST_PEOPLE)];
}
