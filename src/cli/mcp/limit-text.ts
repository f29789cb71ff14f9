/** How long an answer may be, in characters: what an assistant reads, it pays for and has to keep in mind. */
const LONGEST = 24_000;

/** Cuts what is too long in its middle: how something began tells as much as how it ended. */
export function limitText(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text;
  const head = Math.floor(longest * 0.75);
  const tail = longest - head;
  return `${text.slice(0, head)}\n… ${text.length - longest} characters are left out here …\n${text.slice(-tail)}`;
}
