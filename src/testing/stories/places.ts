/** Where the numbers of a fixture may be registered, by area code. */
const PLACES: Readonly<Record<string, readonly [city: string, state: string, zip: string]>> = {
  '201': ['JERSEY CITY', 'NJ', '07302'],
  '212': ['NEW YORK', 'NY', '10001'],
  '312': ['CHICAGO', 'IL', '60601'],
  '415': ['SAN FRANCISCO', 'CA', '94105'],
  '503': ['PORTLAND', 'OR', '97201'],
  '617': ['BOSTON', 'MA', '02108'],
  '702': ['LAS VEGAS', 'NV', '89101'],
  '808': ['HONOLULU', 'HI', '96813'],
  '919': ['RALEIGH', 'NC', '27601'],
};

/** Where a number is registered, under names that begin with a prefix such as `From`. Twilio leaves empty what it does not know. */
export function placeParameters(prefix: string, number: string): Record<string, string> {
  const [city, state, zip] = PLACES[/^\+1(\d{3})\d{7}$/.exec(number)?.[1] ?? ''] ?? ['', '', ''];
  const country = number.startsWith('+1') ? 'US' : '';
  return { [`${prefix}City`]: city, [`${prefix}State`]: state, [`${prefix}Zip`]: zip, [`${prefix}Country`]: country };
}
