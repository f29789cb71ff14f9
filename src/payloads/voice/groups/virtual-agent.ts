import * as z from 'zod';
import { jsonText, openEnum, optional } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** What a virtual agent of Dialogflow CX tells about its conversation. What is not named here stays, too. */
export interface VirtualAgentProviderData {
  /** Dialogflow's path of the conversation: `projects/…/locations/…/conversations/…`. */
  ConversationId?: string | null | undefined;
  /** Dialogflow's path of the caller, as a participant of the conversation. */
  EndUserId?: string | null | undefined;
  /** What the agent hands to the person who takes over, with `live-agent-handoff`. */
  AgentHandoffParameters?: Record<string, unknown> | null | undefined;
  /** What the agent says about its pause, with `paused`; documented nowhere. */
  PauseParameters?: unknown;
  /** What the agent said, in the report of a turn. */
  ReplyText?: string | null | undefined;
  /** What the caller said, as the agent understood it, in the report of a turn. */
  ResolvedInput?: string | null | undefined;
  /** The intent that matched, in the report of a turn. */
  IntentDisplayName?: string | null | undefined;
  /** Language of the conversation, such as `en`, in the report of a turn. */
  LanguageCode?: string | null | undefined;
  /** What the agent has collected so far, in the report of a turn. */
  Parameters?: Record<string, unknown> | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeProviderData() {
  const text = z.string().nullish();
  const record = z.record(z.string(), z.unknown()).nullish();
  return z.looseObject({
    ConversationId: text,
    EndUserId: text,
    AgentHandoffParameters: record,
    PauseParameters: z.unknown().optional(),
    ReplyText: text,
    ResolvedInput: text,
    IntentDisplayName: text,
    LanguageCode: text,
    Parameters: record,
  });
}

/** What everything that a virtual agent sends has. */
export const virtualAgentParameters = {
  /** Who runs the agent. */
  VirtualAgentProvider: optional(openEnum('DialogflowCX')),
  /** What the provider tells, as JSON; after a failure it may be empty or absent. Text that is no such JSON stays text. */
  VirtualAgentProviderData: optional(jsonText(lazyObject<VirtualAgentProviderData>(makeProviderData))),
};
