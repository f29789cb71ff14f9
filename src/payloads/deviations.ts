import { accountDeviations } from './deviations/account.js';
import { conversationsDeviations } from './deviations/conversations.js';
import type { Deviation } from './deviations/deviation.js';
import { eventStreamsDeviations } from './deviations/event-streams.js';
import { intelligenceDeviations } from './deviations/intelligence.js';
import { messagingDeviations } from './deviations/messaging.js';
import { numbersDeviations } from './deviations/numbers.js';
import { orchestratorDeviations } from './deviations/orchestrator.js';
import { proxyDeviations } from './deviations/proxy.js';
import { sendgridDeviations } from './deviations/sendgrid.js';
import { taskrouterDeviations } from './deviations/taskrouter.js';
import { videoDeviations } from './deviations/video.js';
import { voiceDeviations } from './deviations/voice.js';

/** All known deviations, by kind. */
export const deviations: readonly Deviation[] = [
  ...accountDeviations,
  ...conversationsDeviations,
  ...eventStreamsDeviations,
  ...intelligenceDeviations,
  ...messagingDeviations,
  ...numbersDeviations,
  ...orchestratorDeviations,
  ...proxyDeviations,
  ...sendgridDeviations,
  ...taskrouterDeviations,
  ...videoDeviations,
  ...voiceDeviations,
];
