/** Whether a text is a whole URL that can be asked by HTTP. */
export function isWebUrl(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text);
}

/** The URL that a text stands for, where it stands. What cannot be one stays as it is: whoever asks for it tells of it. */
export function completeUrl(text: string, base: string): string {
  // What is absolute stays as it is written: every character of it is signed.
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || !URL.canParse(text, base)) return text;
  return new URL(text, base).href;
}

/** A URL as it is sent: its fragment says how, and stays here. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
