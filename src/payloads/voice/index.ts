export { CallStatusCallback } from './call-status-callback.js';
export { GatherResult } from './gather-result.js';
export { IncomingCall } from './incoming-call.js';
export { RecordVerbRecording } from './record-verb-recording.js';
