// What the tools that draw share. A picture is one SVG file for light and dark: it has colours of its own, and on the site, where it stands in
// the page, those of the page.

/** The colours by name: for a light page, and for a dark one. docs/.vitepress/theme/style.css has the same. */
const COLOURS = {
  ink: ['#1f2430', '#e6e9ef'],
  faint: ['#5b6472', '#a3acbb'],
  paper: ['#ffffff', '#1b1b1f'],
  box: ['#f3f5f9', '#272a33'],
  line: ['#9aa4b5', '#69738a'],
  accent: ['#3451b2', '#a8b1ff'],
  good: ['#18794e', '#3dd68c'],
  bad: ['#b8272c', '#f66f81'],
};

/** @param {string} text */
export function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * An SVG file.
 *
 * @param {{ width: number, height: number, title: string, body: readonly string[], font?: string }} picture
 */
export function writeSvg({ width, height, title, body, font = 'system-ui, sans-serif' }) {
  const colours = Object.entries(COLOURS);
  const light = colours.map(([name, [value]]) => `--${name}:${value}`).join(';');
  const dark = colours.map(([name, [, value]]) => `--${name}:${value}`).join(';');
  const classes = colours.map(([name]) => `.p-${name}{fill:var(--${name})}`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${font}" role="img">`,
    `<title>${escapeText(title)}</title>`,
    `<style>svg:root{${light}}@media(prefers-color-scheme:dark){svg:root{${dark}}}${classes}</style>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}
