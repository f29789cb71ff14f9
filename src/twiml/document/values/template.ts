/** Marks of the template languages that documents are written in: `{{x}}`, `${x}`, `#{x}`, `{% x %}`, `<%= x %>`, `{x}`, `%{x}`, `%(x)s`. */
const MARKS = /\{\{|\$\{|#\{|\{%|<%|\{[A-Za-z_][\w.]*\}|%\([A-Za-z_]\w*\)s|^\$[A-Za-z_]\w*$/;

/** Whether a value is yet to be filled in, so that nothing can be said about it. */
export function isTemplate(value: string): boolean {
  return MARKS.test(value);
}

/** Whether a value is a name in capitals that stands for something, such as `YOUR_NUMBER` or `[PHONE_NUMBER]`. */
export function isPlaceholder(value: string): boolean {
  return (
    isTemplate(value) || /^[[<(]?[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+[\])>]?$/.test(value) || /^(?:\[[^\]]*\]|<[^>]*>|\.\.\.|…)$/.test(value)
  );
}
