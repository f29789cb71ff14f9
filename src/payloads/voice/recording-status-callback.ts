import { type PayloadUnion, union } from '../schema/union.js';
import { CallApiRecording } from './call-api-recording.js';
import { ConferenceApiRecording } from './conference-api-recording.js';
import { ConferenceRecording } from './conference-recording.js';
import { DialRecording } from './dial-recording.js';
import { OtherRecording } from './other-recording.js';
import { OutboundApiRecording } from './outbound-api-recording.js';
import { RecordVerbRecording } from './record-verb-recording.js';
import { StartRecording } from './start-recording.js';
import { TrunkRecording } from './trunk-recording.js';

/** A change of a recording, whatever started it: `RecordingSource` tells. */
export type RecordingStatusCallback =
  | CallApiRecording
  | ConferenceApiRecording
  | ConferenceRecording
  | DialRecording
  | OutboundApiRecording
  | RecordVerbRecording
  | StartRecording
  | TrunkRecording
  | OtherRecording;

/** For one URL that all recordings report to. Answer with any 2xx. */
export const RecordingStatusCallback: PayloadUnion<
  readonly [
    typeof CallApiRecording,
    typeof ConferenceApiRecording,
    typeof ConferenceRecording,
    typeof DialRecording,
    typeof OutboundApiRecording,
    typeof RecordVerbRecording,
    typeof StartRecording,
    typeof TrunkRecording,
    typeof OtherRecording,
  ],
  'nothing'
> = union({
  title: 'Recording status',
  by: 'RecordingSource',
  members: [
    CallApiRecording,
    ConferenceApiRecording,
    ConferenceRecording,
    DialRecording,
    OutboundApiRecording,
    RecordVerbRecording,
    StartRecording,
    TrunkRecording,
    OtherRecording,
  ],
  expects: 'nothing',
});
