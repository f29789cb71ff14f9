import type { TwimlNode } from '../../../twiml/node.js';
import { Leg } from '../../calls/leg.js';
import type { Next, Target } from '../../documents/flow.js';
import { VerbFailure } from '../../documents/verb-failure.js';
import { orFarewell } from '../farewell.js';
import { elementsIn, proceed, readFlag, readParameters, textOf } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Hands the caller over to another TwiML application, on a leg of its own, until its document ends. */
export async function dialApplication(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { leg, scope, runDocuments, event } = context;
  const { directory } = leg.world;
  const sid = textOf(elementsIn(node).find(({ tag }) => tag === 'ApplicationSid') ?? node);
  const settings = directory.applications.has(sid) ? directory.findApplication(sid) : undefined;
  if (settings?.url === undefined)
    throw new VerbFailure(13244, `<Application> names ${sid}, which is no application here that has a voiceUrl.`);
  const child = makeChild(leg, sid, node);
  const next = () =>
    proceed(context, 'voice.dial', {
      DialCallStatus: 'completed',
      DialCallSid: child.sid,
      DialCallDuration: String(child.duration),
      DialBridged: 'true',
    });
  const start: Target = {
    kind: 'voice.incoming.application',
    url: directory.resolve(settings.url),
    method: settings.method,
    causes: [event],
  };
  await orFarewell(context, () => runDocuments(child, scope, 'call', start).finally(() => child.end()), next);
  return next();
}

function makeChild(leg: Leg, sid: string, node: TwimlNode): Leg {
  const handed = Object.entries(readParameters(node));
  const { customerId = leg.world.settings.accountSid } = node.attributes;
  return new Leg(leg.world, {
    direction: 'outbound-dial',
    from: leg.from,
    to: readFlag(node, 'copyParentTo', false) ? leg.to : sid,
    status: 'ringing',
    parent: leg,
    through: leg,
    extra: { customerId, ...Object.fromEntries(handed.map(([name, value]) => [`Param_${name}`, value])) },
  });
}
