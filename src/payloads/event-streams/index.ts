export {
  type EventStreamsA2pBrandError,
  EventStreamsA2pBrandFailure,
  type EventStreamsA2pBrandFailureData,
} from './event-streams-a2p-brand-failure.js';
export { EventStreamsA2pCampaignApproved, type EventStreamsA2pCampaignApprovedData } from './event-streams-a2p-campaign-approved.js';
export { EventStreamsA2pNumberRegistration, type EventStreamsA2pNumberRegistrationData } from './event-streams-a2p-number-registration.js';
export { EventStreamsA2pOther, type EventStreamsA2pOtherData } from './event-streams-a2p-other.js';
export { EventStreamsCommsApiOperation, type EventStreamsCommsOperationData } from './event-streams-comms-api-operation.js';
export {
  type EventStreamsConversationBindings,
  EventStreamsConversationsConversationAdded,
  type EventStreamsConversationsConversationAddedData,
  type EventStreamsEmailBinding,
} from './event-streams-conversations-conversation-added.js';
export {
  type EventStreamsConversationsMedia,
  EventStreamsConversationsMessageAdded,
  type EventStreamsConversationsMessageAddedData,
} from './event-streams-conversations-message-added.js';
export { EventStreamsConversationsOther, type EventStreamsConversationsOtherData } from './event-streams-conversations-other.js';
export {
  EventStreamsConversationsParticipantAdded,
  type EventStreamsConversationsParticipantAddedData,
} from './event-streams-conversations-participant-added.js';
export {
  EventStreamsEngagementIntelligenceTranscript,
  type EventStreamsTranscriptData,
} from './event-streams-engagement-intelligence-transcript.js';
export { type EventStreamsErrorLogData, EventStreamsErrorLogs } from './event-streams-error-logs.js';
export {
  EventStreamsEvent,
  type EventStreamsEventType,
  type EventStreamsUnknownEvent,
  eventStreamsEventTypes,
} from './event-streams-event.js';
export { EventStreamsIamIpBlocked, type EventStreamsIpBlockedData } from './event-streams-iam-ip-blocked.js';
export { EventStreamsLinkShortening, type EventStreamsLinkShorteningData } from './event-streams-link-shortening.js';
export {
  type EventStreamsBulkLookupData,
  type EventStreamsBulkLookupResult,
  type EventStreamsBulkLookupThresholds,
  EventStreamsLookupBulk,
} from './event-streams-lookup-bulk.js';
export { type EventStreamsInboundMessageData, EventStreamsMessagingInboundMessage } from './event-streams-messaging-inbound-message.js';
export { type EventStreamsMessageStatusData, EventStreamsMessagingMessageStatus } from './event-streams-messaging-message-status.js';
export {
  EventStreamsMessagingTemplateApproval,
  type EventStreamsTemplate,
  type EventStreamsTemplateApprovalData,
} from './event-streams-messaging-template-approval.js';
export { EventStreamsNotifyPushDelivery } from './event-streams-notify-push-delivery.js';
export { EventStreamsRequest } from './event-streams-request.js';
export { type EventStreamsFlowExecutionData, EventStreamsStudioFlowExecution } from './event-streams-studio-flow-execution.js';
export { type EventStreamsFlowStepData, EventStreamsStudioFlowStep } from './event-streams-studio-flow-step.js';
export {
  type EventStreamsSimConnectionData,
  type EventStreamsSimLocation,
  type EventStreamsSimNetwork,
  EventStreamsSuperSimConnection,
} from './event-streams-super-sim-connection.js';
export { EventStreamsTaskRouter, type EventStreamsTaskRouterData } from './event-streams-task-router.js';
export { type EventStreamsRateLimitData, EventStreamsTaskRouterRatelimit } from './event-streams-task-router-ratelimit.js';
export { EventStreamsTest, type EventStreamsTestData } from './event-streams-test.js';
export { EventStreamsVerifyAttemptDlr, type EventStreamsVerifyAttemptDlrData } from './event-streams-verify-attempt-dlr.js';
export { EventStreamsVerifyMessage, type EventStreamsVerifyMessageData } from './event-streams-verify-message.js';
export {
  type EventStreamsVerifyAttempt,
  type EventStreamsVerifyAttempts,
  EventStreamsVerifyVerification,
  type EventStreamsVerifyVerificationData,
} from './event-streams-verify-verification.js';
export {
  EventStreamsVideoInsightsLogAnalyzerParticipant,
  type EventStreamsVideoParticipantSummaryData,
  type EventStreamsVideoPublisher,
} from './event-streams-video-insights-log-analyzer-participant.js';
export {
  EventStreamsVideoInsightsLogAnalyzerRoom,
  type EventStreamsVideoRoomSummaryData,
} from './event-streams-video-insights-log-analyzer-room.js';
export { EventStreamsVideoInsightsSummary } from './event-streams-video-insights-summary.js';
export { type EventStreamsCallEventData, EventStreamsVoiceInsightsCallEvent } from './event-streams-voice-insights-call-event.js';
export { type EventStreamsCallMetricsData, EventStreamsVoiceInsightsCallMetrics } from './event-streams-voice-insights-call-metrics.js';
export {
  type EventStreamsBrandedCall,
  type EventStreamsCallLocation,
  type EventStreamsCallParty,
  type EventStreamsCallProperties,
  type EventStreamsCallSummaryData,
  type EventStreamsCallTrust,
  type EventStreamsVerifiedCaller,
  EventStreamsVoiceInsightsCallSummary,
} from './event-streams-voice-insights-call-summary.js';
export {
  type EventStreamsConferenceParticipantSummaryData,
  EventStreamsVoiceInsightsConferenceParticipantSummary,
} from './event-streams-voice-insights-conference-participant-summary.js';
export {
  type EventStreamsConferenceIssues,
  type EventStreamsConferenceSummaryData,
  EventStreamsVoiceInsightsConferenceSummary,
} from './event-streams-voice-insights-conference-summary.js';
export {
  type EventStreamsVoiceRequest,
  type EventStreamsVoiceResponse,
  EventStreamsVoiceWebhook,
  type EventStreamsVoiceWebhookData,
} from './event-streams-voice-webhook.js';
export type { EventStreamsCallEdge, EventStreamsCallInterval, EventStreamsMeasure } from './groups/call-interval.js';
export type { EventStreamsMessagingBinding } from './groups/messaging-binding.js';
export type { EventStreamsTaskRouterPayload } from './groups/task-router-payload.js';
