/** How a product of Twilio's writes dates. */
export type TimestampFormat = 'rfc2822' | 'iso8601' | 'epoch-seconds' | 'epoch-milliseconds';

const RFC_2822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[-+]\d{4}|GMT|UTC?|Z)$/;
const ISO_8601 = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[-+]\d\d:?\d\d)?)?$/;
const EPOCH = /^\d{9,14}$/;

/** Seconds since 1970 have ten digits until the year 2286, milliseconds have had twelve since 1973. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Reads a date in any of the formats; `undefined` when it is none. A date without a zone is one in UTC, as all of Twilio's are. */
export function readTimestamp(text: string): Date | undefined {
  if (EPOCH.test(text)) {
    const number = Number(text);
    return new Date(number < FIRST_MILLISECONDS ? number * 1000 : number);
  }
  if (!RFC_2822.test(text) && !ISO_8601.test(text)) return undefined;
  const date = new Date(text.includes(':') && /\d$/.test(text) && !/[-+]\d\d:?\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes a date, in UTC. */
export function formatTimestamp(date: Date, format: TimestampFormat): string {
  switch (format) {
    case 'epoch-seconds':
      return String(Math.floor(date.getTime() / 1000));
    case 'epoch-milliseconds':
      return String(date.getTime());
    case 'iso8601':
      return date.toISOString();
    case 'rfc2822': {
      const day = String(date.getUTCDate()).padStart(2, '0');
      const time = date.toISOString().slice(11, 19);
      return `${DAYS[date.getUTCDay()]}, ${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
    }
  }
}

/** The texts that dates were read from, with the time they stood for: a date can be changed. */
const texts = /* @__PURE__ */ new WeakMap<Date, { readonly text: string; readonly time: number }>();

/** Lets a date remember the text that it was read from. */
export function rememberText(date: Date, text: string): Date {
  texts.set(date, { text, time: date.getTime() });
  return date;
}

/** The text that a date was read from, while it still is that date. */
export function textOf(date: Date): string | undefined {
  const remembered = texts.get(date);
  return remembered?.time === date.getTime() ? remembered.text : undefined;
}
