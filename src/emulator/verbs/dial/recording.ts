import type { Leg } from '../../calls/leg.js';
import { readRecordingCallback } from '../../recordings/read-callback.js';
import { Recording } from '../../recordings/recording.js';
import type { VerbContext } from '../verb.js';

/** What `<Dial record>` records. */
export interface DialRecorder {
  /** A dialled telephone rings. */
  rings(): void;
  /** It was answered. */
  answered(child: Leg): void;
  /** The two are parted. @returns What the action is told of the recording. */
  end(): Readonly<Record<string, string>>;
}

/** Records a dialled call from the moment that the attribute names. */
export function makeRecorder(context: VerbContext): DialRecorder {
  const mode = context.node.attributes.record?.trim() ?? 'do-not-record';
  const isRecorded = mode === 'true' || mode.startsWith('record-from-');
  const { recordingTrack } = context.node.attributes;
  const fromRinging = mode.startsWith('record-from-ringing');
  let recording: Recording | undefined;
  const start = () => {
    recording ??= new Recording(context.leg.world, {
      source: 'DialVerb',
      channels: mode.endsWith('-dual') ? 2 : 1,
      leg: context.leg,
      track: recordingTrack === 'inbound' || recordingTrack === 'outbound' ? recordingTrack : 'both',
      callback: readRecordingCallback(context),
      causes: [context.event],
    });
  };
  return {
    rings: () => {
      if (isRecorded && fromRinging) start();
    },
    answered: (child) => {
      if (!isRecorded) return;
      start();
      child.recording = recording;
    },
    end: () => {
      recording?.end();
      return recording?.parameters ?? {};
    },
  };
}
