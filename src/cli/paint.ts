import { styleText } from 'node:util';

/** What texts are painted for. */
export type Style = 'bad' | 'warning' | 'note' | 'good' | 'strong' | 'faint';

const FORMATS = {
  bad: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  note: ['cyan'],
  good: ['green'],
  strong: ['bold'],
  faint: ['dim'],
} as const satisfies Readonly<Record<Style, Parameters<typeof styleText>[0]>>;

/** Colours a text, or leaves it as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

/** Makes the function that colours texts for an output with colours, or for one without. */
export function makePaint({ colours }: { readonly colours: boolean }): Paint {
  // Whether the output is a terminal was found out before; newer Node would look at its own again.
  return colours ? (style, text) => styleText([...FORMATS[style]], text, { validateStream: false }) : (_, text) => text;
}
