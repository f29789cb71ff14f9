import { type Kind, listOf, type Open } from '../kinds.js';

/** What happens to a recording: it began, its file is ready, or there will be none. */
export type RecordingEvent = 'in-progress' | 'completed' | 'absent';

/** Takes one thing that happens to a recording, or several. */
export const recordingEvents: Kind<Open<RecordingEvent> | readonly RecordingEvent[]> = listOf('in-progress', 'completed', 'absent');
