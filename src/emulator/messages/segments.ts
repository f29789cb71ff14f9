/** How a text is carried by SMS. */
export interface Segments {
  /** GSM-7 where every character is in its alphabet, else UCS-2, which holds less than half as much. */
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** How many messages carry it. */
  readonly segments: number;
  /** The first character that GSM-7 lacks, and that makes the text long. */
  readonly forcedBy?: string;
}

/** The alphabet of GSM 03.38: https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** What takes an escape first, and so counts twice. */
const EXTENDED = new Set('^{}\\[]~|€\f');

/** How much one message holds that is alone, and each of several: those have a header. */
const SIZES = { 'GSM-7': { alone: 160, each: 153 }, 'UCS-2': { alone: 70, each: 67 } } as const;

/** Counts the messages that carry a text: https://www.twilio.com/docs/glossary/what-sms-character-limit */
export function countSegments(text: string): Segments {
  const characters = [...text];
  const forcedBy = characters.find((character) => !BASIC.has(character) && !EXTENDED.has(character));
  const encoding = forcedBy === undefined ? 'GSM-7' : 'UCS-2';
  const sizeOf = (character: string) => (encoding === 'UCS-2' ? character.length : EXTENDED.has(character) ? 2 : 1);
  const { alone, each } = SIZES[encoding];
  const total = characters.reduce((sum, character) => sum + sizeOf(character), 0);
  const segments = total <= alone ? 1 : fill(characters.map(sizeOf), each);
  return { encoding, segments, ...(forcedBy !== undefined && { forcedBy }) };
}

/** A character of two units is never cut in two: it goes into the next message whole. */
function fill(sizes: readonly number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}

/** Signs that Smart Encoding writes with those of GSM-7; the table of Twilio is longer. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u200B': '',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2026': '...',
  '\u2022': '-',
};

/** Replaces what looks like a sign of GSM-7, so that fewer messages carry it: https://www.twilio.com/docs/messaging/features/smart-encoding */
export function encodeSmartly(text: string): string {
  return text.replace(/[\u00A0\u00AB\u00BB\u2002\u2003\u2009-\u201E\u2022\u2026]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
}
