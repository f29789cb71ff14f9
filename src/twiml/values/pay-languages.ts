/** The languages that `<Pay>` speaks. The documentation has `es-MX` and not `es-US`, the libraries the reverse. */
export const payLanguages = [
  'de-DE',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-NZ',
  'en-PH',
  'en-US',
  'en-ZA',
  'es-ES',
  'es-MX',
  'es-US',
  'fr-CA',
  'fr-FR',
  'it-IT',
] as const;

/** A language that `<Pay>` speaks. */
// `| never` keeps the name: without it, the compiler prints every value wherever it means this type.
export type PayLanguage = (typeof payLanguages)[number] | never;
