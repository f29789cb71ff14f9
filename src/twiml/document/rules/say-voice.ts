import { nearestName } from '../../did-you-mean.js';
import { listedValues } from '../../values/index.js';
import type { Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';

/** A provider and a name of its own; there are new ones every week. */
const OF_PROVIDER = /^[A-Za-z][\w-]*\.\S+$/;

export const sayVoice: Rule<'say-voice'> = {
  id: 'say-voice',
  severity: 'warning',
  codes: [13511, 13321],
  text: 'A voice of `<Say>` is `man`, `woman`, `alice`, or a provider and the name of its voice, such as `Polly.Joanna`.',
  trips: '<Response><Say voice="robot">Hello</Say></Response>',
  passes: '<Response><Say voice="Google.en-US-Standard-C">Hello</Say></Response>',
  tags: ['Say'],
  element(element) {
    const voice = element.attribute('voice')?.trim();
    if (voice === undefined || OF_PROVIDER.test(voice) || isTemplate(voice)) return undefined;
    const voices = listedValues.sayVoices;
    if (voices.includes(voice)) return undefined;
    const meant = voices.find((known) => known.toLowerCase() === `polly.${voice.toLowerCase()}`) ?? nearestName(voice, voices);
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    const message = `voice of <Say> takes man, woman, or a provider and its voice, such as Polly.Joanna; found "${voice.slice(0, 40)}".${hint}`;
    const code = element.parent?.name === 'Gather' ? 13321 : 13511;
    return { message, attribute: 'voice', code, repair: meant === undefined ? undefined : { value: meant } };
  },
};
