import type { TwimlNode } from '../../../twiml/node.js';
import { resolveIn } from '../../documents/document.js';
import { sendCallback } from '../../wire/callbacks.js';
import { readMethod } from '../read.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Forks the call's sound to a recorder; here nothing is forked, and the application is told all the same. */
export function startSiprec({ leg, document, event }: VerbContext, node: TwimlNode): Beside {
  const { world } = leg;
  const { name, statusCallback } = node.attributes;
  const sid = world.chance.sid('SR');
  const tell = (siprecEvent: string) => {
    if (statusCallback === undefined) return;
    const parameters = {
      ...leg.parameters(),
      SiprecSid: sid,
      SiprecName: name ?? sid,
      SiprecEvent: siprecEvent,
      Timestamp: new Date(world.clock.now).toISOString(),
    };
    const url = resolveIn(document, statusCallback);
    const method = readMethod(node, 'statusCallbackMethod');
    sendCallback({ kind: 'voice.siprec.status', url, method, parameters, callSid: leg.sid, jar: leg.jar, causes: [event] }, world);
  };
  tell('siprec-started');
  return { tag: 'Siprec', name, sid, stop: () => tell('siprec-stopped') };
}
