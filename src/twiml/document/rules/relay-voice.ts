import type { Rule } from '../rule.js';

/** How voices are written for `<Say>`, and for no provider of a relay. */
const OF_SAY = /^(?:Polly\.\S+|alice|man|woman)$/i;

export const relayVoice: Rule<'relay-voice'> = {
  id: 'relay-voice',
  severity: 'warning',
  codes: [64101],
  text: 'The `voice` of a `<ConversationRelay>` is one of its `ttsProvider`, by the name that it has there. The voices of `<Say>` are written otherwise.',
  trips: '<Response><Connect><ConversationRelay url="wss://example.com/r" voice="Polly.Joanna"/></Connect></Response>',
  passes:
    '<Response><Connect><ConversationRelay url="wss://example.com/r" ttsProvider="Amazon" voice="Joanna-Neural"/></Connect></Response>',
  tags: ['ConversationRelay', 'Language'],
  element(element) {
    const voice = element.attribute('voice')?.trim();
    if (voice === undefined || !OF_SAY.test(voice)) return undefined;
    const example = /^Polly\./i.test(voice) ? 'Amazon has voices such as Joanna-Neural' : 'a provider has voices such as Joanna-Neural';
    return {
      message: `"${voice.slice(0, 40)}" is a voice of <Say>; in <${element.name}>, ${example}. Calls with a voice that does not fit its provider are silent.`,
      attribute: 'voice',
    };
  },
};
