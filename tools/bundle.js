// Bundles small programs that use the package, as applications do, to see what they weigh.
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Bundle
 * @property {string} code
 * @property {number} size Bytes, minified and compressed.
 * @property {readonly string[]} files The files that went in, from the root of the package.
 */

/**
 * Bundles a program: minified, with everything in it that is imported.
 *
 * @param {string} program
 * @param {'esm' | 'cjs'} [format]
 * @returns {Promise<Bundle>}
 */
export async function bundle(program, format = 'esm') {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format,
    platform: 'node',
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, size: gzipSync(code, { level: 9 }).length, files: Object.keys(metafile.inputs).filter((file) => file !== '<stdin>') };
}
