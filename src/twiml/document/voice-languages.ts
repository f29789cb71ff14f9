/** The languages of Amazon Polly's voices, by their names: https://docs.aws.amazon.com/polly/latest/dg/available-voices.html */
const POLLY: Readonly<Record<string, string>> = {
  arb: 'Zeina',
  'ar-ae': 'Hala Zayd',
  'ca-es': 'Arlet',
  'cmn-cn': 'Zhiyu',
  'cs-cz': 'Jitka',
  'cy-gb': 'Gwyneth',
  'da-dk': 'Mads Naja Sofie',
  'de-at': 'Hannah',
  'de-ch': 'Sabrina',
  'de-de': 'Daniel Hans Marlene Vicki',
  'en-au': 'Nicole Olivia Russell',
  'en-gb': 'Amy Arthur Brian Emma',
  'en-gb-wls': 'Geraint',
  'en-ie': 'Niamh',
  'en-in': 'Aditi Kajal Raveena',
  'en-nz': 'Aria',
  'en-sg': 'Jasmine',
  'en-us': 'Danielle Gregory Ivy Joanna Joey Justin Kendra Kevin Kimberly Matthew Patrick Ruth Salli Stephen',
  'en-za': 'Ayanda',
  'es-es': 'Alba Conchita Enrique Lucia Raul Sergio',
  'es-mx': 'Andres Andrés Mia',
  'es-us': 'Lupe Miguel Pedro Penelope',
  'fi-fi': 'Suvi',
  'fr-be': 'Isabelle',
  'fr-ca': 'Chantal Gabrielle Liam',
  'fr-fr': 'Celine Lea Léa Mathieu Remi Rémi',
  'hi-in': 'Aditi Kajal',
  'is-is': 'Dora Karl',
  'it-it': 'Adriano Beatrice Bianca Carla Giorgio',
  'ja-jp': 'Kazuha Mizuki Takumi Tomoko',
  'ko-kr': 'Jihye Seoyeon',
  'nb-no': 'Ida Liv',
  'nl-be': 'Lisa',
  'nl-nl': 'Laura Lotte Ruben',
  'pl-pl': 'Ewa Jacek Jan Maja Ola',
  'pt-br': 'Camila Ricardo Thiago Vitoria Vitória',
  'pt-pt': 'Cristiano Ines Inês',
  'ro-ro': 'Carmen',
  'ru-ru': 'Maxim Tatyana',
  'sv-se': 'Astrid Elin',
  'tr-tr': 'Burcu Filiz',
  'yue-cn': 'Hiujin',
};

const byVoice = /* @__PURE__ */ groupVoices();

function groupVoices(): ReadonlyMap<string, readonly string[]> {
  const voices = new Map<string, string[]>();
  for (const [language, names] of Object.entries(POLLY))
    for (const name of names.toLowerCase().split(' ')) voices.set(name, [...(voices.get(name) ?? []), language]);
  return voices;
}

/** The languages that a voice of `<Say>` speaks, in small letters; none for voices that speak many, or that are not known. */
export function languagesOf(voice: string): readonly string[] {
  const google = /^Google\.([a-z]{2,3}-[A-Z]{2}|[a-z]{2,3}-\d{3})(?:-|$)/.exec(voice)?.[1];
  if (google !== undefined) return [google.toLowerCase()];
  const polly = /^Polly\.([^\s.-]+)/.exec(voice)?.[1];
  return polly === undefined ? [] : (byVoice.get(polly.toLowerCase()) ?? []);
}

/** The language without its region. Some have two codes. */
export function primaryOf(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-');
  return { arb: 'ar', cmn: 'zh', yue: 'zh', no: 'nb', iw: 'he', tl: 'fil' }[primary] ?? primary;
}
