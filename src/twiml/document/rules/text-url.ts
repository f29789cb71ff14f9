import type { Severity } from '../diagnostic.js';
import type { Rule } from '../rule.js';
import { checkUrl } from '../values/url.js';

const CODES: Readonly<Record<string, readonly [code: number, severity: Severity]>> = {
  Play: [11100, 'error'],
  Redirect: [11100, 'error'],
  Media: [21620, 'error'],
};

export const textUrl: Rule<'text-url'> = {
  id: 'text-url',
  severity: 'error',
  codes: [11100, 21620],
  text: 'The text of `<Play>`, `<Redirect>` and `<Media>` is an `http` or `https` URL, or a relative one.',
  trips: '<Response><Play>ftp://example.com/hold.mp3</Play></Response>',
  passes: '<Response><Play>https://example.com/hold.mp3</Play></Response>',
  tags: ['Play', 'Redirect', 'Media'],
  element({ name, text }) {
    const misfit = text === '' ? undefined : checkUrl({}, text);
    if (misfit === undefined) return undefined;
    const [code, severity] = CODES[name] ?? [];
    const found = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const repair = misfit.meant === undefined ? undefined : { content: misfit.meant };
    const spoken =
      name === 'Play' ? ' What is to be spoken goes into <Say>.' : name === 'Media' ? ' What is to be read goes into <Body>.' : '';
    const advice = misfit.isSentence === true ? spoken : misfit.advice === undefined ? '' : ` ${misfit.advice}`;
    const message = `<${name}> takes ${misfit.expected}; found "${found}".${advice}`;
    return { message, content: true, code: misfit.code === undefined ? code : misfit.code, severity: misfit.severity ?? severity, repair };
  },
};
