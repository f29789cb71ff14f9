import type { TwimlNode } from '../../twiml/node.js';
import { resolveCallback } from '../documents/document.js';
import { elementsIn, readMethod } from '../verbs/read.js';
import type { VerbContext } from '../verbs/verb.js';
import { sendCallback } from '../wire/callbacks.js';
import { WireFailure } from '../wire/transport.js';
import { connectSocket } from './connect-socket.js';
import { MediaStream, type Track } from './media-stream.js';
import { reportScheme } from './report-scheme.js';
import type { SocketEnd } from './socket.js';

/** A stream that runs. */
export interface OpenStream {
  readonly name: string | undefined;
  /** Ends it from Twilio's side. */
  stop(): void;
}

/** An application that closes with one of these has finished; with others something has gone wrong. */
const GOOD_ENDS: readonly number[] = [1000, 1001, 1005];

/** How a stream is opened. */
export interface StreamOpening {
  readonly sid: string;
  readonly isBidirectional: boolean;
  /** Is told when the application ends it, or it cannot begin. */
  ended(): void;
}

/** Opens a media stream and tells the application of it. */
export async function openStream(context: VerbContext, node: TwimlNode, opening: StreamOpening): Promise<OpenStream> {
  const { leg, document, event } = context;
  const { world } = leg;
  const { name, url } = node.attributes;
  const { sid, isBidirectional, ended } = opening;
  const tell = (streamEvent: string, error?: string) => tellOfStream(context, node, sid, streamEvent, error);
  // A relative URL begins where the document does, and leads to a socket.
  const target = (resolveCallback(document, url) ?? '').replace(/^http/i, /^http/i.test(url ?? '') ? 'http' : 'ws');
  try {
    reportScheme(target, context);
    reportQuery(target, context);
    const socket = await connectSocket(target, leg);
    const settings = {
      sid,
      name,
      tracks: isBidirectional ? (['inbound'] as const) : readTracks(node),
      isBidirectional,
      parameters: readParameters(node),
    };
    const stream = new MediaStream(leg, socket, settings, (end) => {
      reportEnd(end, context);
      tell('stream-stopped');
      ended();
    });
    tell('stream-started');
    let isStopped = false;
    return {
      name,
      stop: () => {
        if (isStopped) return;
        isStopped = true;
        if (stream.stop()) tell('stream-stopped');
      },
    };
  } catch (error) {
    if (!(error instanceof WireFailure)) throw error;
    world.report({ twilioCode: codeOf(error, target), severity: 'error', message: `The stream cannot connect: ${error.message}.` }, [
      event,
    ]);
    tell('stream-error', error.message);
    ended();
    return { name, stop: () => undefined };
  }
}

/** Twilio's number for a socket that could not be opened. */
function codeOf({ phase, status }: WireFailure, url: string): number {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) && !/^wss?:/i.test(url)) return 31922;
  if (!URL.canParse(url)) return 31923;
  if (status !== undefined) return 31920;
  return phase === 'connect' ? 31902 : phase === 'read' ? 31901 : 31920;
}

function tellOfStream({ leg, document, event }: VerbContext, node: TwimlNode, sid: string, streamEvent: string, error?: string): void {
  const { world } = leg;
  const { name, statusCallback } = node.attributes;
  const url = resolveCallback(document, statusCallback);
  if (url === undefined) return;
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
  sendCallback({ kind: 'voice.stream.status', url, method, parameters, callSid: leg.sid, jar: leg.jar, causes: [event] }, world);
}

function reportEnd({ code, reason }: SocketEnd, { leg, event }: VerbContext): void {
  if (GOOD_ENDS.includes(code)) return;
  const message = `The application closed the socket of the stream with ${code}${reason === '' ? '' : ` (${reason})`}. Twilio does not connect again.`;
  leg.world.report({ twilioCode: 31921, severity: 'warning', message }, [event]);
}

function reportQuery(url: string, { leg, event }: VerbContext): void {
  if (!url.includes('?')) return;
  const message = 'The URL of <Stream> has a query, which Twilio does not pass on: use <Parameter>, which arrives in customParameters.';
  leg.world.report({ twilioCode: 31923, severity: 'warning', message }, [event]);
}

function readTracks({ attributes: { track = 'inbound_track' } }: TwimlNode): readonly Track[] {
  if (track === 'both_tracks') return ['inbound', 'outbound'];
  return track === 'outbound_track' ? ['outbound'] : ['inbound'];
}

function readParameters(node: TwimlNode): Record<string, string> {
  const parameters = elementsIn(node).filter(({ tag }) => tag === 'Parameter');
  return Object.fromEntries(parameters.map(({ attributes: { name = '', value = '' } }) => [name, value]));
}
