import type { Deviation } from './deviation.js';

export const videoDeviations: readonly Deviation[] = [
  {
    kind: 'video.recording.completed',
    parameter: 'Codec',
    documented: 'PCMU, OPUS, VP8 or H264',
    actual: 'small letters, such as vp8',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
  {
    kind: 'video.recording.completed',
    parameter: 'SequenceNumber',
    documented: 'sent with every event',
    actual: 'absent',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
  {
    kind: 'video.recording.completed',
    parameter: 'Type',
    documented: 'sent with every recording event',
    actual: 'absent',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
];
