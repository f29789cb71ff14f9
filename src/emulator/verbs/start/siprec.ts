import type { TwimlNode } from '../../../twiml/node.js';
import { tell } from '../tell.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Forks the call's sound to a recorder; here nothing is forked, and the application is told all the same. */
export function startSiprec(context: VerbContext, node: TwimlNode): Beside {
  const { leg } = context;
  const { name } = node.attributes;
  const sid = leg.world.chance.sid('SR');
  const tellOf = (siprecEvent: string) => {
    const parameters = {
      ...leg.parameters(),
      SiprecSid: sid,
      SiprecName: name ?? sid,
      SiprecEvent: siprecEvent,
      Timestamp: new Date(leg.world.clock.now).toISOString(),
    };
    tell(context, node, { kind: 'voice.siprec.status', parameters });
  };
  tellOf('siprec-started');
  return { tag: 'Siprec', name, sid, stop: () => tellOf('siprec-stopped') };
}
