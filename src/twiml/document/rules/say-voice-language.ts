import type { Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';
import { languagesOf, primaryOf } from '../voice-languages.js';

export const sayVoiceLanguage: Rule<'say-voice-language'> = {
  id: 'say-voice-language',
  severity: 'warning',
  codes: [],
  text: 'The `voice` of `<Say>` speaks its `language`.',
  trips: '<Response><Say voice="Polly.Joanna" language="fr-FR">Bonjour</Say></Response>',
  passes: '<Response><Say voice="Polly.Mathieu" language="fr-FR">Bonjour</Say></Response>',
  tags: ['Say'],
  element(element) {
    const voice = element.attribute('voice')?.trim() ?? '';
    const language = element.attribute('language')?.trim() ?? '';
    const spoken = language === '' || isTemplate(language) ? [] : languagesOf(voice);
    if (spoken.length === 0 || spoken.includes(language.toLowerCase())) return undefined;
    const near = spoken.some((tag) => primaryOf(tag) === primaryOf(language));
    const message = `${voice.slice(0, 60)} speaks ${spoken.join(', ')}; found language="${language.slice(0, 40)}". The voice decides; leave the language out.`;
    return { message, attribute: 'language', severity: near ? 'info' : undefined };
  },
};
