/** Whether this browser can speak. */
export function canSpeak(): boolean {
  return 'speechSynthesis' in globalThis;
}

/** A voice of this machine for a language; voices that ask a server are never taken: the console sends nothing away. */
export function findVoice(language: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const local = voices.filter(({ localService }) => localService);
  const [base = ''] = language.toLowerCase().split('-');
  return local.find(({ lang }) => sameLanguage(lang, language)) ?? local.find(({ lang }) => lang.toLowerCase().startsWith(base));
}

function sameLanguage(one: string, other: string): boolean {
  return one.toLowerCase().replace('_', '-') === other.toLowerCase();
}
