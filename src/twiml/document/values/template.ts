/** Marks of the template languages that documents are written in: `{{x}}`, `${x}`, `#{x}`, `{% x %}`, `<%= x %>`, `{x}`, `%{x}`, `%(x)s`. */
const MARKS = /\{\{|\$\{|#\{|\{%|<%|\{[A-Za-z_][\w.]*\}|%\([A-Za-z_]\w*\)s|^\$[A-Za-z_]\w*$/;

/** The marks themselves, as they stand in a text: `{{x}}`, `{{#a}}`, `{{/a}}`, `${x}`, `#{x}`, `{% if %}`. */
const TAGS = /\{\{\{?[^{}]{0,200}\}?\}\}|\{%[^%]{0,200}%\}|[$#]\{[^{}]{0,200}\}/g;

/** A text without the marks of templates, which are gone when it is filled in: the sections and variables of TwiML Bins, for example. */
export function withoutTemplates(text: string): string {
  return text.replace(TAGS, ' ').trim();
}

/** Whether a value is yet to be filled in, so that nothing can be said about it. */
export function isTemplate(value: string): boolean {
  return MARKS.test(value);
}

/** What programs in JavaScript write for an object. */
const STRINGIFIED = /^\[object [A-Za-z]{1,40}\]$/;

/** Whether a value is a name in capitals that stands for something, such as `YOUR_NUMBER` or `[PHONE_NUMBER]`. */
export function isPlaceholder(value: string): boolean {
  if (STRINGIFIED.test(value)) return false;
  return (
    isTemplate(value) || /^[[<(]?[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+[\])>]?$/.test(value) || /^(?:\[[^\]]*\]|<[^>]*>|\.\.\.|…)$/.test(value)
  );
}
