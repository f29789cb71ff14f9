import type { TwimlNode } from '../../../twiml/node.js';
import { type OpenStream, openStream } from '../../sockets/open-stream.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Sends the sound of the call to the application, one way. The call goes on meanwhile. */
export function startStream(context: VerbContext, node: TwimlNode): Beside {
  const { leg, event } = context;
  const { name } = node.attributes;
  if (name !== undefined && [...leg.beside].some((one) => one.tag === 'Stream' && one.name === name)) {
    const message = `There is a stream named ${name} on this call already; a name is unique in a call, so that <Stop> finds it.`;
    leg.world.report({ severity: 'warning', message }, [event]);
  }
  const sid = leg.world.chance.sid('MZ');
  let isStopped = false;
  let stream: OpenStream | undefined;
  const opening = openStream(context, node, { sid, isBidirectional: false, ended: () => undefined }).then((open) => {
    stream = open;
    if (isStopped) open.stop();
  });
  void leg.world.clock.hold(opening);
  return {
    tag: 'Stream',
    name,
    sid,
    stop: () => {
      isStopped = true;
      stream?.stop();
    },
  };
}
