import type { TwimlNode } from '../../twiml/node.js';
import { resolveIn } from '../documents/document.js';
import { elementsIn, readMethod } from '../verbs/read.js';
import type { VerbContext } from '../verbs/verb.js';
import { sendCallback } from '../wire/callbacks.js';
import { WireFailure } from '../wire/transport.js';
import { connectSocket } from './connect-socket.js';
import { MediaStream } from './media-stream.js';

/** A stream that runs. */
export interface OpenStream {
  readonly name: string | undefined;
  /** Ends it from Twilio's side. */
  stop(): void;
}

/** Opens a media stream and tells the application of it. @param ended - Is told when the application ends it, or it cannot begin. */
export async function openStream(context: VerbContext, node: TwimlNode, isBidirectional: boolean, ended: () => void): Promise<OpenStream> {
  const { leg, document, event } = context;
  const { world } = leg;
  const { name, url, track, statusCallback } = node.attributes;
  let sid = '';
  const tell = (streamEvent: string, error?: string) => {
    if (statusCallback === undefined) return;
    const parameters = {
      AccountSid: world.settings.accountSid,
      CallSid: leg.sid,
      StreamSid: sid,
      StreamName: name ?? sid,
      StreamEvent: streamEvent,
      Timestamp: new Date(world.clock.now).toISOString(),
      ...(error !== undefined && { StreamError: error }),
    };
    const method = readMethod(node, 'statusCallbackMethod');
    sendCallback(
      {
        kind: 'voice.stream.status',
        url: resolveIn(document, statusCallback),
        method,
        parameters,
        callSid: leg.sid,
        jar: leg.jar,
        causes: [event],
      },
      world,
    );
  };
  try {
    const socket = await connectSocket(resolveIn(document, url), leg);
    const stream = new MediaStream(
      leg,
      socket,
      { name, tracks: readTracks(track), isBidirectional, parameters: readParameters(node) },
      () => {
        tell('stream-stopped');
        ended();
      },
    );
    sid = stream.sid;
    tell('stream-started');
    let isStopped = false;
    return {
      name,
      stop: () => {
        if (isStopped) return;
        isStopped = true;
        stream.stop();
        tell('stream-stopped');
      },
    };
  } catch (error) {
    if (!(error instanceof WireFailure)) throw error;
    sid = world.chance.sid('MZ');
    world.report({ twilioCode: 31920, severity: 'error', message: `The stream cannot connect: ${error.message}.` }, [event]);
    tell('stream-error', error.message);
    ended();
    return { name, stop: () => undefined };
  }
}

function readTracks(track = 'inbound_track'): readonly ('inbound' | 'outbound')[] {
  if (track === 'both_tracks') return ['inbound', 'outbound'];
  return track === 'outbound_track' ? ['outbound'] : ['inbound'];
}

function readParameters(node: TwimlNode): Record<string, string> {
  const parameters = elementsIn(node).filter(({ tag }) => tag === 'Parameter');
  return Object.fromEntries(parameters.map(({ attributes: { name = '', value = '' } }) => [name, value]));
}
