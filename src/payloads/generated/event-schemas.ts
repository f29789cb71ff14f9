// Written by tools/register.js: run it after a change of what is listed here.
import { EventStreamsA2pBrandFailure } from '../event-streams/event-streams-a2p-brand-failure.js';
import { EventStreamsA2pCampaignApproved } from '../event-streams/event-streams-a2p-campaign-approved.js';
import { EventStreamsA2pNumberRegistration } from '../event-streams/event-streams-a2p-number-registration.js';
import { EventStreamsA2pOther } from '../event-streams/event-streams-a2p-other.js';
import { EventStreamsCommsApiOperation } from '../event-streams/event-streams-comms-api-operation.js';
import { EventStreamsConversationsConversationAdded } from '../event-streams/event-streams-conversations-conversation-added.js';
import { EventStreamsConversationsMessageAdded } from '../event-streams/event-streams-conversations-message-added.js';
import { EventStreamsConversationsOther } from '../event-streams/event-streams-conversations-other.js';
import { EventStreamsConversationsParticipantAdded } from '../event-streams/event-streams-conversations-participant-added.js';
import { EventStreamsEngagementIntelligenceTranscript } from '../event-streams/event-streams-engagement-intelligence-transcript.js';
import { EventStreamsErrorLogs } from '../event-streams/event-streams-error-logs.js';
import { EventStreamsIamIpBlocked } from '../event-streams/event-streams-iam-ip-blocked.js';
import { EventStreamsLinkShortening } from '../event-streams/event-streams-link-shortening.js';
import { EventStreamsLookupBulk } from '../event-streams/event-streams-lookup-bulk.js';
import { EventStreamsMessagingInboundMessage } from '../event-streams/event-streams-messaging-inbound-message.js';
import { EventStreamsMessagingMessageStatus } from '../event-streams/event-streams-messaging-message-status.js';
import { EventStreamsMessagingTemplateApproval } from '../event-streams/event-streams-messaging-template-approval.js';
import { EventStreamsNotifyPushDelivery } from '../event-streams/event-streams-notify-push-delivery.js';
import { EventStreamsStudioFlowExecution } from '../event-streams/event-streams-studio-flow-execution.js';
import { EventStreamsStudioFlowStep } from '../event-streams/event-streams-studio-flow-step.js';
import { EventStreamsSuperSimConnection } from '../event-streams/event-streams-super-sim-connection.js';
import { EventStreamsTaskRouter } from '../event-streams/event-streams-task-router.js';
import { EventStreamsTaskRouterRatelimit } from '../event-streams/event-streams-task-router-ratelimit.js';
import { EventStreamsTest } from '../event-streams/event-streams-test.js';
import { EventStreamsVerifyAttemptDlr } from '../event-streams/event-streams-verify-attempt-dlr.js';
import { EventStreamsVerifyMessage } from '../event-streams/event-streams-verify-message.js';
import { EventStreamsVerifyVerification } from '../event-streams/event-streams-verify-verification.js';
import { EventStreamsVideoInsightsLogAnalyzerParticipant } from '../event-streams/event-streams-video-insights-log-analyzer-participant.js';
import { EventStreamsVideoInsightsLogAnalyzerRoom } from '../event-streams/event-streams-video-insights-log-analyzer-room.js';
import { EventStreamsVideoInsightsSummary } from '../event-streams/event-streams-video-insights-summary.js';
import { EventStreamsVoiceInsightsCallEvent } from '../event-streams/event-streams-voice-insights-call-event.js';
import { EventStreamsVoiceInsightsCallMetrics } from '../event-streams/event-streams-voice-insights-call-metrics.js';
import { EventStreamsVoiceInsightsCallSummary } from '../event-streams/event-streams-voice-insights-call-summary.js';
import { EventStreamsVoiceInsightsConferenceParticipantSummary } from '../event-streams/event-streams-voice-insights-conference-participant-summary.js';
import { EventStreamsVoiceInsightsConferenceSummary } from '../event-streams/event-streams-voice-insights-conference-summary.js';
import { EventStreamsVoiceWebhook } from '../event-streams/event-streams-voice-webhook.js';

/** The schemas of all events that Event Streams is known to deliver. */
export const eventSchemas = [
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
  EventStreamsMessagingTemplateApproval,
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
