/** The speech models that Twilio names. Any other of Deepgram's works as well, with `deepgram_` before its name. */
export const gatherSpeechModels = [
  'default',
  'numbers_and_commands',
  'phone_call',
  'experimental_conversations',
  'experimental_utterances',
  'googlev2_long',
  'googlev2_short',
  'googlev2_telephony',
  'googlev2_telephony_short',
  'deepgram_nova-2',
  'deepgram_nova-3',
] as const;

/** A model that turns speech into text. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type GatherSpeechModel = (typeof gatherSpeechModels)[number] | never;
