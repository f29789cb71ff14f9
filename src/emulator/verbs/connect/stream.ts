import type { TwimlNode } from '../../../twiml/node.js';
import type { Next } from '../../documents/flow.js';
import { openStream } from '../../sockets/open-stream.js';
import { orFarewell } from '../farewell.js';
import { proceed } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Connects the caller with a media stream both ways, until the application closes it. */
export async function connectStream(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { scope } = context;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stream = await openStream(context, node, { sid: context.leg.world.chance.sid('MZ'), isBidirectional: true, ended: end });
  const next = () => proceed(context, 'voice.connect');
  try {
    await orFarewell(context, () => scope.follow(ended), next);
  } finally {
    stream.stop();
  }
  return next();
}
