/**
 * Shows control characters instead of sending them to the terminal, where what a stranger wrote could move the cursor, hide lines or set the
 * clipboard. Line ends and tabs stay; bidirectional marks go too, because they show a text in another order than it is in.
 */
export function makePrintable(text: string): string {
  return text.replaceAll(/\r\n/g, '\n').replaceAll(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}

/**
 * JSON for programs and for terminals alike: what would be seen in another order, or not at all, is escaped. That loses nothing, which
 * making a text printable does.
 *
 * @param replace - Says for each value what is written in its place.
 */
export function toJson(value: unknown, replace?: (name: string, value: unknown) => unknown): string {
  return JSON.stringify(value, replace, 2).replaceAll(INVISIBLE, (character) => `\\u${hexOf(character).padStart(4, '0')}`);
}

/** The same in XML, by references. */
export function escapeInXml(xml: string): string {
  return xml.replaceAll(INVISIBLE, (character) => `&#x${hexOf(character).toUpperCase()};`);
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16);
}

/** Control characters that JSON and XML take as they are, and bidirectional marks. */
const INVISIBLE = /[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
