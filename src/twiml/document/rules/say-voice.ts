import { nearestName } from '../../did-you-mean.js';
import { listedValues } from '../../values/index.js';
import type { Rule } from '../rule.js';
import { isListed } from '../values/enumeration.js';
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
    if (voice === undefined || isListed('sayVoices', voice) || isTemplate(voice)) return undefined;
    const meant = findVoice(voice);
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    const attribute = 'voice';
    const repair = meant === undefined ? undefined : { value: meant };
    if (OF_PROVIDER.test(voice))
      return repair && { message: `"${voice.slice(0, 60)}" is a new voice, or none.${hint}`, attribute, repair, severity: 'info' };
    const message = `voice of <Say> takes man, woman, or a provider and its voice, such as Polly.Joanna; found "${voice.slice(0, 40)}".${hint}`;
    return { message, attribute, code: element.parent?.name === 'Gather' ? 13321 : 13511, repair };
  },
};

/** The voice that was probably meant. Only those of about the same length are compared: there are nearly a thousand. */
function findVoice(voice: string): string | undefined {
  const voices = listedValues.sayVoices;
  const lower = voice.toLowerCase();
  const same = voices.find((known) => known.toLowerCase() === lower || known.toLowerCase() === `polly.${lower}`);
  const provider = voice.slice(0, voice.indexOf('.') + 1);
  return (
    same ??
    nearestName(
      voice,
      voices.filter((known) => known.startsWith(provider) && Math.abs(known.length - voice.length) < 3),
    )
  );
}
