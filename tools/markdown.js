// What the tools that write pages share.

/**
 * Keeps what looks like a tag from being one, but where it is code.
 *
 * @param {string} text
 */
export function escapeTags(text) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}
