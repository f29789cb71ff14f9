/** Stands for what XML 1.0 cannot carry: most control characters, U+FFFE, U+FFFF and halves of surrogate pairs (`\p{Cs}`). */
const REPLACEMENT = '\uFFFD';

const IN_TEXT = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;
const IN_ATTRIBUTE = /[&<"\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;
const IN_COMMENT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Text as it stands between tags. A CR becomes a reference, because a reader takes a plain one for LF. */
export function escapeText(text: string): string {
  return replaceEach(text, IN_TEXT);
}

/** Text as it stands between double quotes. Tabs and line breaks become references, because a reader takes plain ones for spaces. */
export function escapeAttribute(text: string): string {
  return replaceEach(text, IN_ATTRIBUTE);
}

/** Text as it stands in a comment. Two hyphens would end it or break it: a space keeps them apart. */
export function escapeComment(text: string): string {
  return replaceEach(text, IN_COMMENT).replace(/-(?=-)/g, '- ');
}

/** Much like `String.replace` with a function, at half the cost where nothing or little is found. */
function replaceEach(text: string, pattern: RegExp): string {
  let written = '';
  let from = 0;
  // The pattern remembers where it is, and is back at the start when it finds no more.
  while (pattern.test(text)) {
    const at = pattern.lastIndex - 1;
    written += text.slice(from, at) + (REFERENCES[text.charAt(at)] ?? REPLACEMENT);
    from = at + 1;
  }
  return from === 0 ? text : written + text.slice(from);
}
