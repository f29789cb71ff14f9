import { absoluteActionInline } from './absolute-action-inline.js';
import { annotateChildren } from './annotate-children.js';
import { applicationNeedsSid } from './application-needs-sid.js';
import { attributeMissing } from './attribute-missing.js';
import { attributeTogether } from './attribute-together.js';
import { attributeValue } from './attribute-value.js';
import { booleanLowercase } from './boolean-lowercase.js';
import { byteOrderMark } from './byte-order-mark.js';
import { callbackLength } from './callback-length.js';
import { calleeUrlContext } from './callee-url-context.js';
import { callerId } from './caller-id.js';
import { caseSensitive } from './case-sensitive.js';
import { clientIdentity } from './client-identity.js';
import { commentsIgnored } from './comments-ignored.js';
import { conferenceWaitContext } from './conference-wait-context.js';
import { connectNouns } from './connect-nouns.js';
import { connectTrack } from './connect-track.js';
import { connectionOverride } from './connection-override.js';
import { contentType } from './content-type.js';
import { declaredEncoding } from './declared-encoding.js';
import { deprecated } from './deprecated.js';
import { dialApplicationAlone } from './dial-application-alone.js';
import { dialConferenceAlone } from './dial-conference-alone.js';
import { dialEmpty } from './dial-empty.js';
import { dialNested } from './dial-nested.js';
import { dialNounsMax } from './dial-nouns-max.js';
import { dialNumber } from './dial-number.js';
import { documentKind } from './document-kind.js';
import { enqueueWaitContext } from './enqueue-wait-context.js';
import { gatherAfterConnect } from './gather-after-connect.js';
import { gatherChildren } from './gather-children.js';
import { gatherFallthrough } from './gather-fallthrough.js';
import { gatherLoop } from './gather-loop.js';
import { gatherPlayDigits } from './gather-play-digits.js';
import { gatherSilent } from './gather-silent.js';
import { hostUnderscore } from './host-underscore.js';
import { knownAttributes } from './known-attributes.js';
import { knownElements } from './known-elements.js';
import { languageTag } from './language-tag.js';
import { leaveContext } from './leave-context.js';
import { localAddress } from './local-address.js';
import { mediaMax } from './media-max.js';
import { messageChildren } from './message-children.js';
import { messageLength } from './message-length.js';
import { messageNotEmpty } from './message-not-empty.js';
import { messagesMax } from './messages-max.js';
import { nestingDepth } from './nesting-depth.js';
import { noHtmlEntities } from './no-html-entities.js';
import { noNesting } from './no-nesting.js';
import { parameter500 } from './parameter-500.js';
import { payAchAvsname } from './pay-ach-avsname.js';
import { payFlow } from './pay-flow.js';
import { promptChildren } from './prompt-children.js';
import { queueName } from './queue-name.js';
import { queueUrlContext } from './queue-url-context.js';
import { recordAfterDial } from './record-after-dial.js';
import { recordLiveAction } from './record-live-action.js';
import { recordLoop } from './record-loop.js';
import { redirectLoop } from './redirect-loop.js';
import { referNeedsSip } from './refer-needs-sip.js';
import { rejectFirst } from './reject-first.js';
import { relayVoice } from './relay-voice.js';
import { replyEmpty } from './reply-empty.js';
import { replyRedirect } from './reply-redirect.js';
import { replyStatus } from './reply-status.js';
import { replyTime } from './reply-time.js';
import { rootResponse } from './root-response.js';
import { sayEmpty } from './say-empty.js';
import { sayEscapedMarkup } from './say-escaped-markup.js';
import { sayLength } from './say-length.js';
import { sayVoice } from './say-voice.js';
import { sayVoiceLanguage } from './say-voice-language.js';
import { schemeMissing } from './scheme-missing.js';
import { sipUri } from './sip-uri.js';
import { size64k } from './size-64k.js';
import { sizeTwimlParameter } from './size-twiml-parameter.js';
import { startNouns } from './start-nouns.js';
import { strayText } from './stray-text.js';
import { streamForksMax } from './stream-forks-max.js';
import { streamNeedsNextVerb } from './stream-needs-next-verb.js';
import { streamUnderResponse } from './stream-under-response.js';
import { taskJson } from './task-json.js';
import { textMissing } from './text-missing.js';
import { textUrl } from './text-url.js';
import { transcribeCallback } from './transcribe-callback.js';
import { transcribeLength } from './transcribe-length.js';
import { unreachableAfterConnectAction } from './unreachable-after-connect-action.js';
import { unreachableAfterDialAction } from './unreachable-after-dial-action.js';
import { unreachableAfterEnqueueAction } from './unreachable-after-enqueue-action.js';
import { unreachableAfterGatherEmpty } from './unreachable-after-gather-empty.js';
import { unreachableAfterHangup } from './unreachable-after-hangup.js';
import { unreachableAfterLeave } from './unreachable-after-leave.js';
import { unreachableAfterMessageAction } from './unreachable-after-message-action.js';
import { unreachableAfterRecord } from './unreachable-after-record.js';
import { unreachableAfterRedirect } from './unreachable-after-redirect.js';
import { unreachableAfterReject } from './unreachable-after-reject.js';
import { valueUnset } from './value-unset.js';
import { wellFormed } from './well-formed.js';

/** Every rule: those about the text first, then those about what stands where, about values, about single verbs, places and flow. */
export const rules = [
  rootResponse,
  wellFormed,
  noHtmlEntities,
  declaredEncoding,
  byteOrderMark,
  size64k,
  sizeTwimlParameter,
  documentKind,
  knownElements,
  knownAttributes,
  caseSensitive,
  strayText,
  nestingDepth,
  attributeValue,
  attributeMissing,
  attributeTogether,
  valueUnset,
  booleanLowercase,
  languageTag,
  hostUnderscore,
  localAddress,
  schemeMissing,
  callbackLength,
  connectionOverride,
  textMissing,
  textUrl,
  gatherChildren,
  gatherPlayDigits,
  promptChildren,
  noNesting,
  messageChildren,
  dialNested,
  startNouns,
  connectNouns,
  streamUnderResponse,
  annotateChildren,
  sayEmpty,
  sayLength,
  sayEscapedMarkup,
  sayVoice,
  sayVoiceLanguage,
  relayVoice,
  dialEmpty,
  dialNounsMax,
  dialConferenceAlone,
  dialApplicationAlone,
  dialNumber,
  callerId,
  clientIdentity,
  sipUri,
  applicationNeedsSid,
  referNeedsSip,
  queueName,
  taskJson,
  connectTrack,
  streamForksMax,
  parameter500,
  transcribeLength,
  transcribeCallback,
  payAchAvsname,
  messageNotEmpty,
  messageLength,
  mediaMax,
  messagesMax,
  calleeUrlContext,
  conferenceWaitContext,
  enqueueWaitContext,
  queueUrlContext,
  leaveContext,
  absoluteActionInline,
  recordLiveAction,
  unreachableAfterRedirect,
  unreachableAfterHangup,
  unreachableAfterReject,
  unreachableAfterLeave,
  unreachableAfterRecord,
  unreachableAfterGatherEmpty,
  unreachableAfterDialAction,
  unreachableAfterConnectAction,
  unreachableAfterEnqueueAction,
  unreachableAfterMessageAction,
  rejectFirst,
  recordLoop,
  recordAfterDial,
  gatherLoop,
  gatherFallthrough,
  gatherAfterConnect,
  gatherSilent,
  redirectLoop,
  payFlow,
  streamNeedsNextVerb,
  commentsIgnored,
  deprecated,
  replyStatus,
  replyRedirect,
  replyTime,
  contentType,
  replyEmpty,
] as const;

/** What diagnostics and the option `rules` call a rule. */
export type RuleId = (typeof rules)[number]['id'];
