/** What a text can be read as. Which of them work depends on the vendor of the voice. */
export const sayAsInterpretations = [
  'characters',
  'spell-out',
  'cardinal',
  'number',
  'ordinal',
  'digits',
  'fraction',
  'unit',
  'date',
  'time',
  'address',
  'expletive',
  'telephone',
  'character',
] as const;

/** What `<say-as>` reads a text as. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type SayAsInterpretation = (typeof sayAsInterpretations)[number] | never;
