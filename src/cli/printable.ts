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

const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
