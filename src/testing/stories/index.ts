export { type CallStep, type CallStoryOptions, callStory, type GatherInput } from './call.js';
export { type ConferenceEnding, type ConferenceStep, type ConferenceStoryOptions, conferenceStory } from './conference.js';
export type { DialOptions } from './dial.js';
export type { CallOutcome } from './legs.js';
export {
  type MessageChannel,
  type MessageOutcome,
  type MessageStep,
  type MessageStoryOptions,
  messageStory,
} from './message.js';
export type { StoryOptions } from './options.js';
export { type RecordingSource, type RecordingStep, type RecordingStoryOptions, recordingStory } from './recording.js';
export type { StoryStep } from './step.js';
