import { type PayloadUnion, union } from '../schema/union.js';
import { VideoCompositionAvailable } from './video-composition-available.js';
import { VideoCompositionEnqueued } from './video-composition-enqueued.js';
import { VideoCompositionFailed } from './video-composition-failed.js';
import { VideoCompositionHookFailed } from './video-composition-hook-failed.js';
import { VideoCompositionProgress } from './video-composition-progress.js';
import { VideoCompositionStarted } from './video-composition-started.js';
import { VideoOther } from './video-other.js';
import { VideoParticipantConnected } from './video-participant-connected.js';
import { VideoParticipantDisconnected } from './video-participant-disconnected.js';
import { VideoRecordingCompleted } from './video-recording-completed.js';
import { VideoRecordingFailed } from './video-recording-failed.js';
import { VideoRecordingStarted } from './video-recording-started.js';
import { VideoRoomCreated } from './video-room-created.js';
import { VideoRoomEnded } from './video-room-ended.js';
import { VideoTrack } from './video-track.js';

/** Anything that Video reports of rooms, recordings and compositions, to be told apart by `StatusCallbackEvent`. */
export type VideoEvent =
  | VideoCompositionAvailable
  | VideoCompositionEnqueued
  | VideoCompositionFailed
  | VideoCompositionHookFailed
  | VideoCompositionProgress
  | VideoCompositionStarted
  | VideoParticipantConnected
  | VideoParticipantDisconnected
  | VideoRecordingCompleted
  | VideoRecordingFailed
  | VideoRecordingStarted
  | VideoRoomCreated
  | VideoRoomEnded
  | VideoTrack
  | VideoOther;

/** All status callbacks of Video: those of a room come to one URL, and those of compositions may. Answer with any 2xx. */
export const VideoEvent: PayloadUnion<
  readonly [
    typeof VideoCompositionAvailable,
    typeof VideoCompositionEnqueued,
    typeof VideoCompositionFailed,
    typeof VideoCompositionHookFailed,
    typeof VideoCompositionProgress,
    typeof VideoCompositionStarted,
    typeof VideoParticipantConnected,
    typeof VideoParticipantDisconnected,
    typeof VideoRecordingCompleted,
    typeof VideoRecordingFailed,
    typeof VideoRecordingStarted,
    typeof VideoRoomCreated,
    typeof VideoRoomEnded,
    typeof VideoTrack,
    typeof VideoOther,
  ],
  'nothing'
> = union({
  title: 'Video event',
  by: 'StatusCallbackEvent',
  members: [
    VideoCompositionAvailable,
    VideoCompositionEnqueued,
    VideoCompositionFailed,
    VideoCompositionHookFailed,
    VideoCompositionProgress,
    VideoCompositionStarted,
    VideoParticipantConnected,
    VideoParticipantDisconnected,
    VideoRecordingCompleted,
    VideoRecordingFailed,
    VideoRecordingStarted,
    VideoRoomCreated,
    VideoRoomEnded,
    VideoTrack,
    VideoOther,
  ],
  expects: 'nothing',
});
