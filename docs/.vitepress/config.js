import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defineConfig } from 'vitepress';

const docs = resolve(import.meta.dirname, '..');

/** The title of a page is its first heading, so that a page is named in one place. */
function titleOf(page) {
  const heading = /^# (.+)$/m.exec(readFileSync(resolve(docs, page), 'utf8'));
  if (heading === null) throw new Error(`docs/${page} has no heading of the first level`);
  return heading[1].replaceAll('`', '');
}

/** Entries of the sidebar for these pages of docs. */
function pages(...names) {
  return names.map((name) => ({ text: titleOf(`${name}.md`), link: `/${name}` }));
}

/** Entries of the sidebar for a folder whose pages tools write: whatever is there. */
function folder(name) {
  const files = readdirSync(resolve(docs, name)).filter((file) => /^[^[]+\.md$/.test(file) && file !== 'README.md');
  return files.sort().map((file) => ({ text: file.slice(0, -3), link: `/${name}/${file.slice(0, -3)}` }));
}

/** Pages link to files of the repository outside docs, which the site does not have: there the link is text alone. */
function unlinkOutside(md) {
  md.core.ruler.push('unlink-outside', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let outside = false;
      for (const token of children ?? []) {
        const href = token.type === 'link_open' ? (token.attrGet('href') ?? '') : undefined;
        if (href !== undefined) outside = /^\.\.?\//.test(href) && relative(docs, resolve(dirname(env.path), href)).startsWith('..');
        if (outside && /^link_(?:open|close)$/.test(token.type)) Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '' });
      }
    }
  });
}

export default defineConfig({
  title: 'ringback',
  description: 'Twilio webhooks for TypeScript: typed payloads, signatures that say why they failed, and TwiML.',
  cleanUrls: true,
  lastUpdated: false,
  rewrites: { 'reference/:folder/README.md': 'reference/:folder/index.md' },
  markdown: { config: unlinkOutside },
  // The index of the search is one large file, loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2_000 } },
  transformPageData({ relativePath, frontmatter }) {
    if (relativePath.startsWith('reference/')) frontmatter.pageClass = 'reference';
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'You got a 403?', link: '/signature#you-got-a-403-read-this' },
      { text: 'Reference', link: '/reference/payloads/' },
      { text: 'Benchmarks', link: '/benchmarks' },
    ],
    sidebar: [
      { text: 'Begin', items: pages('start', 'concepts', 'migrating-from-twilio-node') },
      { text: 'Guides', items: pages('webhooks', 'payloads', 'signature', 'twiml', 'linting', 'frameworks', 'runtimes') },
      {
        text: 'Try and test',
        items: pages(
          'testing',
          'test-your-calls',
          'emulator',
          'console',
          'voice-agents',
          'command-line',
          'local-development',
          'unmodified-applications',
          'sessions',
        ),
      },
      { text: 'Trust', items: pages('security', 'versioning', 'reliability', 'benchmarks') },
      {
        text: 'Reference',
        items: [
          { text: 'Functions and types', collapsed: true, items: folder('reference/api') },
          { text: 'Payloads', collapsed: true, link: '/reference/payloads/', items: folder('reference/payloads') },
          { text: 'TwiML elements', collapsed: true, link: '/reference/twiml/', items: folder('reference/twiml') },
          { text: 'Error codes', collapsed: true, link: '/reference/error-codes/', items: folder('reference/error-codes') },
          ...pages('reference/lint-rules', 'reference/errors', 'reference/explanations'),
        ],
      },
    ],
  },
});
