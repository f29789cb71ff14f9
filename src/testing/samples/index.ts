import type { Sample } from '../samples.js';
import account from './account.json' with { type: 'json' };
import chat from './chat.json' with { type: 'json' };
import conversationRelay from './conversation-relay.json' with { type: 'json' };
import conversations from './conversations.json' with { type: 'json' };
import eventStreams from './event-streams.json' with { type: 'json' };
import flex from './flex.json' with { type: 'json' };
import intelligence from './intelligence.json' with { type: 'json' };
import iot from './iot.json' with { type: 'json' };
import mediaStreams from './media-streams.json' with { type: 'json' };
import messaging from './messaging.json' with { type: 'json' };
import notify from './notify.json' with { type: 'json' };
import numbers from './numbers.json' with { type: 'json' };
import proxy from './proxy.json' with { type: 'json' };
import studio from './studio.json' with { type: 'json' };
import sync from './sync.json' with { type: 'json' };
import taskrouter from './taskrouter.json' with { type: 'json' };
import verify from './verify.json' with { type: 'json' };
import video from './video.json' with { type: 'json' };
import voiceCalls from './voice-calls.json' with { type: 'json' };
import voiceConference from './voice-conference.json' with { type: 'json' };
import voiceFax from './voice-fax.json' with { type: 'json' };
import voicePayment from './voice-payment.json' with { type: 'json' };
import voiceRecording from './voice-recording.json' with { type: 'json' };
import voiceTranscription from './voice-transcription.json' with { type: 'json' };

/** Every sample, by the file that holds it. */
export const sampleFiles: Readonly<Record<string, readonly Sample[]>> = {
  account: account.samples,
  chat: chat.samples,
  'conversation-relay': conversationRelay.samples,
  conversations: conversations.samples,
  'event-streams': eventStreams.samples,
  flex: flex.samples,
  intelligence: intelligence.samples,
  iot: iot.samples,
  'media-streams': mediaStreams.samples,
  messaging: messaging.samples,
  notify: notify.samples,
  numbers: numbers.samples,
  proxy: proxy.samples,
  studio: studio.samples,
  sync: sync.samples,
  taskrouter: taskrouter.samples,
  verify: verify.samples,
  video: video.samples,
  'voice-calls': voiceCalls.samples,
  'voice-conference': voiceConference.samples,
  'voice-fax': voiceFax.samples,
  'voice-payment': voicePayment.samples,
  'voice-recording': voiceRecording.samples,
  'voice-transcription': voiceTranscription.samples,
};

/** Every sample. */
export const samples: readonly Sample[] = /* @__PURE__ */ Object.values(sampleFiles).flat();
