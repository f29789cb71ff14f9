/**
 * Marks of speech markup that the vendors behind `<Say>` document and Twilio does not list. Some of them work; none of them is worth an
 * alarm.
 */
export const SPEECH_MARKUP: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'amazon:auto-breaths',
  'amazon:breath',
  'amazon:domain',
  'amazon:effect',
  'amazon:emotion',
  'audio',
  'desc',
  'google:style',
  'mark',
  'media',
  'par',
  'seq',
  'speak',
  'voice',
]);
