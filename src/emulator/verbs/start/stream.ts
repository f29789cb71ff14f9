import type { TwimlNode } from '../../../twiml/node.js';
import { type OpenStream, openStream } from '../../sockets/open-stream.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Sends the sound of the call to the application, one way. The call goes on meanwhile. */
export function startStream(context: VerbContext, node: TwimlNode): Beside {
  let isStopped = false;
  let stream: OpenStream | undefined;
  const opening = openStream(context, node, false, () => undefined).then((open) => {
    stream = open;
    if (isStopped) open.stop();
  });
  void context.leg.world.clock.hold(opening);
  return {
    tag: 'Stream',
    name: node.attributes.name,
    stop: () => {
      isStopped = true;
      stream?.stop();
    },
  };
}
