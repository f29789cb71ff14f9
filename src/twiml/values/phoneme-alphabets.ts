/** The alphabets that vendors of voices read. */
export const phonemeAlphabets = [
  'ipa',
  'x-sampa',
  'x-amazon-jyutping',
  'x-amazon-pinyin',
  'x-amazon-pron-kana',
  'x-amazon-yomigana',
] as const;

/** An alphabet of `<phoneme>`. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type PhonemeAlphabet = (typeof phonemeAlphabets)[number] | never;
