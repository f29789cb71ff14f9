import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Where `ringback dev` runs while somebody works on the console: `npm run console` shows the page anew at every change. */
const SERVER = process.env.RINGBACK_DEV ?? 'http://127.0.0.1:4080';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    host: '127.0.0.1',
    // To the server, this page is its own.
    proxy: { '/control': { target: SERVER, changeOrigin: true, headers: { origin: SERVER } } },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The page may load nothing but files of its own server: no `data:` addresses, and no script that Vite writes into the page.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Preact is a part of the program, and its licence wants to be named with it.
    license: { fileName: 'licenses.md' },
    rollupOptions: {
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
