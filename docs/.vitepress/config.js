import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { defineConfig } from 'vitepress';

const docs = resolve(import.meta.dirname, '..');
const { version, repository } = JSON.parse(readFileSync(resolve(docs, '../package.json'), 'utf8'));
const sources = repository.url.replace(/^git\+|\.git$/g, '');

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

/** Pages that show a file of the folder above: its links start there. */
const INCLUDING = ['changelog.md', 'security.md'];

/**
 * Links of Markdown lead to files, as on GitHub. Here a folder's README is its index, and files outside docs, which the site does not have,
 * are text alone.
 */
function leadLinks(md) {
  md.core.ruler.push('lead-links', ({ tokens, env }) => {
    // Some texts, such as those of the home page, are rendered without a page.
    if (env.path === undefined) return;
    const isIncluding = INCLUDING.includes(relative(docs, env.path));
    const folder = isIncluding ? resolve(docs, '..') : dirname(env.path);
    for (const { children } of tokens) {
      let outside = false;
      for (const token of children ?? []) {
        const href = token.type === 'link_open' ? (token.attrGet('href') ?? '') : undefined;
        if (href !== undefined) {
          const [, path = '', anchor = ''] = /^([^#]*)(.*)$/.exec(href) ?? [];
          const isFile = path !== '' && !/^(?:[a-z]+:|\/)/i.test(path);
          const target = relative(docs, resolve(folder, path));
          outside = isFile && target.startsWith('..');
          if (isFile && !outside) token.attrSet('href', `/${target.replace(/(^|\/)README\.md$/, '$1index.md')}${anchor}`);
        }
        if (outside && /^link_(?:open|close)$/.test(token.type)) Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '' });
      }
    }
  });
}

/** Names as GitHub names them, so that a link to a heading is right in both places. */
function slugify(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** Says where a long name may be broken, so that it neither widens its table nor is broken anywhere else. */
function breakLongNames(md) {
  const plain = md.renderer.rules.code_inline;
  md.renderer.rules.code_inline = (...rendered) =>
    plain(...rendered).replaceAll(/[^\s<>]{27,}/g, (name) => name.replaceAll(/(?<=[/._,(=])(?=\w)|(?<=[a-z])(?=[A-Z])/g, '<wbr>'));
}

/**
 * A picture of docs/pictures stands in the page itself, so that it takes the colours of the page: a drawing as it is, a scene of a terminal as
 * text that wraps. Elsewhere, as on GitHub, the same link shows the file.
 */
function inlinePictures(md) {
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const [, kind, name] = /^(?:\.\.?\/)*(?:docs\/)?pictures\/(concepts|scenes)\/([\w-]+)\.svg$/.exec(tokens[index].attrGet('src')) ?? [];
    if (kind === undefined) return plain(tokens, index, options, env, self);
    const file = resolve(docs, 'pictures', kind, `${name}.${kind === 'scenes' ? 'html' : 'svg'}`);
    const role = kind === 'scenes' ? '' : ` role="img" aria-label="${md.utils.escapeHtml(tokens[index].content)}"`;
    // The colours of a file that stands alone are in its style element, which a page has in its own.
    const drawing = readFileSync(file, 'utf8')
      .replace(/<style>.*?<\/style>\n/s, '')
      .trim();
    return `<span class="picture ${kind}"${role} v-pre>${drawing}</span>`;
  };
}

export default defineConfig({
  title: 'ringback',
  description: 'Twilio webhooks for TypeScript: typed payloads, signatures that say why they failed, and TwiML.',
  cleanUrls: true,
  lastUpdated: false,
  rewrites: { 'reference/:folder/README.md': 'reference/:folder/index.md' },
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/logo.svg' }]],
  markdown: {
    anchor: { slugify },
    config(md) {
      breakLongNames(md);
      leadLinks(md);
      inlinePictures(md);
    },
  },
  // The index of the search is one large file, loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2_000 } },
  transformPageData({ relativePath, frontmatter }) {
    if (relativePath.startsWith('reference/')) {
      frontmatter.pageClass = 'reference';
      // These are written by tools: who wants to change one changes the sources.
      frontmatter.editLink = false;
    }
  },
  themeConfig: {
    logo: { src: '/logo.svg', alt: '' },
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guides', link: '/guides/answer-a-call', activeMatch: '/guides/' },
      { text: 'You got a 403?', link: '/signature#you-got-a-403-read-this' },
      { text: 'Reference', link: '/reference/payloads/', activeMatch: '/reference/' },
      {
        text: `v${version}`,
        items: [
          { text: 'Changelog', link: '/changelog' },
          { text: 'What may change', link: '/versioning' },
          { text: 'npm', link: 'https://www.npmjs.com/package/ringback' },
        ],
      },
    ],
    socialLinks: [
      { icon: 'github', link: sources },
      { icon: 'npm', link: 'https://www.npmjs.com/package/ringback' },
    ],
    editLink: { pattern: `${sources}/edit/main/docs/:path`, text: 'Edit this page' },
    footer: { message: 'MIT licensed. Not made by Twilio, and not affiliated with it.' },
    sidebar: [
      { text: 'Begin', items: pages('start', 'concepts', 'local-development') },
      {
        text: 'Build',
        items: pages(
          'guides/answer-a-call',
          'guides/take-a-payment',
          'voice-agents',
          'guides/messages',
          'guides/whatsapp',
          'guides/call-centre',
          'guides/behind-a-proxy',
          'guides/test-in-ci',
        ),
      },
      {
        text: 'Move',
        items: pages('migrating-from-twilio-node', 'guides/from-nestjs-twilio', 'guides/from-chat-adapter', 'comparison'),
      },
      { text: 'In depth', items: pages('webhooks', 'payloads', 'signature', 'twiml', 'linting', 'frameworks', 'runtimes') },
      {
        text: 'Try and test',
        items: pages(
          'testing',
          'test-your-calls',
          'emulator',
          'console',
          'command-line',
          'unmodified-applications',
          'sessions',
          'load',
          'editors',
          'assistants',
        ),
      },
      { text: 'Trust', items: pages('security', 'versioning', 'reliability', 'benchmarks', 'changelog') },
      {
        text: 'Reference',
        items: [
          { text: 'Functions and types', collapsed: true, items: folder('reference/api') },
          { text: 'Payloads', collapsed: true, link: '/reference/payloads/', items: folder('reference/payloads') },
          { text: 'TwiML elements', collapsed: true, link: '/reference/twiml/', items: folder('reference/twiml') },
          { text: 'Twilio’s error codes', collapsed: true, link: '/reference/error-codes/', items: folder('reference/error-codes') },
          { text: 'Lint rules', collapsed: true, link: '/reference/lint-rules', items: folder('reference/lint-rules') },
          { text: 'Errors', collapsed: true, link: '/reference/errors', items: folder('reference/errors') },
          ...pages('reference/explanations'),
        ],
      },
    ],
  },
});
