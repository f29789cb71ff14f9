import type { TwimlNode } from '../../../twiml/node.js';
import { Leg } from '../../calls/leg.js';
import { Interruption } from '../../calls/scope.js';
import type { Next } from '../../documents/flow.js';
import { VerbFailure } from '../../documents/verb-failure.js';
import { askInVain } from '../farewell.js';
import { actionOf, elementsIn, textOf } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Hands the caller over to another TwiML application, on a leg of its own, until its document ends. */
export async function dialApplication(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { leg, scope, node: dial, runDocuments, event } = context;
  const { directory } = leg.world;
  const sid = textOf(elementsIn(node).find(({ tag }) => tag === 'ApplicationSid') ?? node);
  const settings = directory.applications.has(sid) ? directory.findApplication(sid) : undefined;
  if (settings?.url === undefined)
    throw new VerbFailure(13244, `<Application> names ${sid}, which is no application here that has a voiceUrl.`);
  const child = makeChild(leg, sid, node);
  const action = () =>
    actionOf(context, 'voice.dial', {
      DialCallStatus: 'completed',
      DialCallSid: child.sid,
      DialCallDuration: String(child.duration),
      DialBridged: 'true',
    });
  const hasAction = dial.attributes.action !== undefined;
  try {
    const url = directory.resolve(settings.url);
    await runDocuments(child, scope, 'call', { kind: 'voice.incoming.application', url, method: settings.method, causes: [event] });
    child.end();
  } catch (error) {
    child.end();
    if (error instanceof Interruption && error.reason === 'gone' && hasAction) askInVain(context, action());
    throw error;
  }
  return hasAction ? { go: action() } : undefined;
}

function makeChild(leg: Leg, sid: string, node: TwimlNode): Leg {
  const handed = elementsIn(node).filter(({ tag }) => tag === 'Parameter');
  return new Leg(leg.world, {
    direction: 'outbound-dial',
    from: leg.from,
    to: sid,
    status: 'ringing',
    parent: leg,
    through: leg,
    extra: Object.fromEntries(handed.map(({ attributes: { name = '', value = '' } }) => [`Param_${name}`, value])),
  });
}
