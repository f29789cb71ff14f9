import type { TwimlNode } from '../../../twiml/node.js';
import { Interruption } from '../../calls/scope.js';
import type { Next } from '../../documents/flow.js';
import { openStream } from '../../sockets/open-stream.js';
import { askInVain } from '../farewell.js';
import { actionOf } from '../read.js';
import type { VerbContext } from '../verb.js';

/** Connects the caller with a media stream both ways, until the application closes it. */
export async function connectStream(context: VerbContext, node: TwimlNode): Promise<Next> {
  const { scope } = context;
  const hasAction = context.node.attributes.action !== undefined;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stream = await openStream(context, node, { sid: context.leg.world.chance.sid('MZ'), isBidirectional: true, ended: end });
  try {
    await scope.follow(ended);
  } catch (error) {
    if (error instanceof Interruption && error.reason === 'gone' && hasAction) askInVain(context, actionOf(context, 'voice.connect'));
    throw error;
  } finally {
    stream.stop();
  }
  return hasAction ? { go: actionOf(context, 'voice.connect') } : undefined;
}
