import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';
import { languagesOf, primaryOf } from '../voice-languages.js';

/** How voices are written for `<Say>`, and for no provider of a relay. */
const OF_SAY = /^(?:Polly\.\S+|alice|man|woman)$/i;

export const relayVoice: Rule<'relay-voice'> = {
  id: 'relay-voice',
  severity: 'warning',
  codes: [64101],
  text:
    'The `voice` of a `<ConversationRelay>` is one of its `ttsProvider`, by the name that it has there, and speaks its language, which is ' +
    '`en-US` where nothing says otherwise. The voices of `<Say>` are written otherwise.',
  trips: '<Response><Connect><ConversationRelay url="wss://example.com/r" voice="Polly.Joanna"/></Connect></Response>',
  passes:
    '<Response><Connect><ConversationRelay url="wss://example.com/r" ttsProvider="Amazon" voice="Joanna-Neural"/></Connect></Response>',
  tags: ['ConversationRelay', 'Language'],
  element(element) {
    const voice = element.attribute('voice')?.trim();
    if (voice === undefined) return undefined;
    if (!OF_SAY.test(voice)) return checkLanguage(element, voice);
    const example = /^Polly\./i.test(voice) ? 'Amazon has voices such as Joanna-Neural' : 'a provider has voices such as Joanna-Neural';
    return {
      message: `"${voice.slice(0, 40)}" is a voice of <Say>; in <${element.name}>, ${example}. Calls with a voice that does not fit its provider are silent.`,
      attribute: 'voice',
    };
  },
};

/** Twilio takes a voice by provider, language and name together. The names of Google's voices begin with the language. */
function checkLanguage(element: LintElement, voice: string): Finding | undefined {
  const names = element.name === 'Language' ? ['code'] : ['ttsLanguage', 'language'];
  const name = names.find((each) => element.attribute(each) !== undefined);
  const language = name === undefined ? 'en-US' : (element.attribute(name)?.trim() ?? '');
  const isAmazon = /^amazon$/i.test(element.attribute('ttsProvider')?.trim() ?? '');
  const spoken = languagesOf(isAmazon ? `Polly.${voice}` : `Google.${voice}`);
  if (spoken.length === 0 || spoken.includes(language.toLowerCase()) || !/^[a-z]{2,3}(?:-|$)/i.test(language) || isTemplate(language))
    return undefined;
  const given =
    name === undefined ? 'neither ttsLanguage nor language says so, and en-US is taken' : `found ${name}="${language.slice(0, 40)}"`;
  const near = spoken.some((tag) => primaryOf(tag) === primaryOf(language));
  return {
    message: `"${voice.slice(0, 40)}" speaks ${spoken.join(', ')}; ${given}. Twilio takes provider, language and voice together, or none of them.`,
    attribute: 'voice',
    severity: near ? 'info' : undefined,
  };
}
