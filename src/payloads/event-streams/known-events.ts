import { type PayloadUnion, union } from '../schema/union.js';
import { EventStreamsA2pBrandFailure } from './event-streams-a2p-brand-failure.js';
import { EventStreamsA2pCampaignApproved } from './event-streams-a2p-campaign-approved.js';
import { EventStreamsA2pNumberRegistration } from './event-streams-a2p-number-registration.js';
import { EventStreamsA2pOther } from './event-streams-a2p-other.js';
import { EventStreamsCommsApiOperation } from './event-streams-comms-api-operation.js';
import { EventStreamsConversationsConversationAdded } from './event-streams-conversations-conversation-added.js';
import { EventStreamsConversationsMessageAdded } from './event-streams-conversations-message-added.js';
import { EventStreamsConversationsOther } from './event-streams-conversations-other.js';
import { EventStreamsConversationsParticipantAdded } from './event-streams-conversations-participant-added.js';
import { EventStreamsEngagementIntelligenceTranscript } from './event-streams-engagement-intelligence-transcript.js';
import { EventStreamsErrorLogs } from './event-streams-error-logs.js';
import { EventStreamsIamIpBlocked } from './event-streams-iam-ip-blocked.js';
import { EventStreamsLinkShortening } from './event-streams-link-shortening.js';
import { EventStreamsLookupBulk } from './event-streams-lookup-bulk.js';
import { EventStreamsMessagingInboundMessage } from './event-streams-messaging-inbound-message.js';
import { EventStreamsMessagingMessageStatus } from './event-streams-messaging-message-status.js';
import { EventStreamsNotifyPushDelivery } from './event-streams-notify-push-delivery.js';
import { EventStreamsStudioFlowExecution } from './event-streams-studio-flow-execution.js';
import { EventStreamsStudioFlowStep } from './event-streams-studio-flow-step.js';
import { EventStreamsSuperSimConnection } from './event-streams-super-sim-connection.js';
import { EventStreamsTaskRouter } from './event-streams-task-router.js';
import { EventStreamsTaskRouterRatelimit } from './event-streams-task-router-ratelimit.js';
import { EventStreamsTest } from './event-streams-test.js';
import { EventStreamsVerifyAttemptDlr } from './event-streams-verify-attempt-dlr.js';
import { EventStreamsVerifyMessage } from './event-streams-verify-message.js';
import { EventStreamsVerifyVerification } from './event-streams-verify-verification.js';
import { EventStreamsVideoInsightsLogAnalyzerParticipant } from './event-streams-video-insights-log-analyzer-participant.js';
import { EventStreamsVideoInsightsLogAnalyzerRoom } from './event-streams-video-insights-log-analyzer-room.js';
import { EventStreamsVideoInsightsSummary } from './event-streams-video-insights-summary.js';
import { EventStreamsVoiceInsightsCallEvent } from './event-streams-voice-insights-call-event.js';
import { EventStreamsVoiceInsightsCallMetrics } from './event-streams-voice-insights-call-metrics.js';
import { EventStreamsVoiceInsightsCallSummary } from './event-streams-voice-insights-call-summary.js';
import { EventStreamsVoiceInsightsConferenceParticipantSummary } from './event-streams-voice-insights-conference-participant-summary.js';
import { EventStreamsVoiceInsightsConferenceSummary } from './event-streams-voice-insights-conference-summary.js';
import { EventStreamsVoiceWebhook } from './event-streams-voice-webhook.js';

const members = [
  EventStreamsA2pBrandFailure,
  EventStreamsA2pCampaignApproved,
  EventStreamsA2pNumberRegistration,
  EventStreamsA2pOther,
  EventStreamsCommsApiOperation,
  EventStreamsConversationsConversationAdded,
  EventStreamsConversationsMessageAdded,
  EventStreamsConversationsOther,
  EventStreamsConversationsParticipantAdded,
  EventStreamsEngagementIntelligenceTranscript,
  EventStreamsErrorLogs,
  EventStreamsIamIpBlocked,
  EventStreamsLinkShortening,
  EventStreamsLookupBulk,
  EventStreamsMessagingInboundMessage,
  EventStreamsMessagingMessageStatus,
  EventStreamsNotifyPushDelivery,
  EventStreamsStudioFlowExecution,
  EventStreamsStudioFlowStep,
  EventStreamsSuperSimConnection,
  EventStreamsTaskRouter,
  EventStreamsTaskRouterRatelimit,
  EventStreamsTest,
  EventStreamsVerifyAttemptDlr,
  EventStreamsVerifyMessage,
  EventStreamsVerifyVerification,
  EventStreamsVideoInsightsLogAnalyzerParticipant,
  EventStreamsVideoInsightsLogAnalyzerRoom,
  EventStreamsVideoInsightsSummary,
  EventStreamsVoiceInsightsCallEvent,
  EventStreamsVoiceInsightsCallMetrics,
  EventStreamsVoiceInsightsCallSummary,
  EventStreamsVoiceInsightsConferenceParticipantSummary,
  EventStreamsVoiceInsightsConferenceSummary,
  EventStreamsVoiceWebhook,
] as const;

/** The schemas of all events that are known. */
export const knownEvents: PayloadUnion<typeof members, 'nothing'> = /* @__PURE__ */ union({
  title: 'Event of Event Streams',
  by: 'type',
  members,
  expects: 'nothing',
});
