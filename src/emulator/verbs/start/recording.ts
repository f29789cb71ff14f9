import type { TwimlNode } from '../../../twiml/node.js';
import { readRecordingCallback } from '../../recordings/read-callback.js';
import { Recording } from '../../recordings/recording.js';
import type { VerbContext } from '../verb.js';
import type { Beside } from './beside.js';

/** Records the call in two channels. */
export function startRecording(context: VerbContext, node: TwimlNode): Beside {
  const { leg, event } = context;
  const { track } = node.attributes;
  const recording = new Recording(leg.world, {
    source: 'StartCallRecordingTwiML',
    channels: 2,
    leg,
    callback: readRecordingCallback({ ...context, node }),
    track: track === 'inbound' || track === 'outbound' ? track : 'both',
    causes: [event],
  });
  return { tag: 'Recording', name: node.attributes.name, stop: () => recording.end() };
}
