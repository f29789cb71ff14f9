// Puts what `ringback mcp` uses of @modelcontextprotocol/sdk into the package. As a dependency it would bring 90 packages and 29 MB to everybody
// who installs ringback, most of them for servers over HTTP; as a peer it would be missing where somebody types `npx ringback mcp`. What is used
// of it has 66 KB.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/**
 * What the SDK loads and our server never calls: validators of forms that a server lets people fill in, and schemas of zod 3.
 *
 * @type {Readonly<Record<string, string>>}
 */
const UNUSED = {
  'validation/ajv-provider.js': 'export class AjvJsonSchemaValidator {}',
  'zod-to-json-schema': 'export const zodToJsonSchema = undefined;',
};

/** @type {import('esbuild').Plugin} */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    const ends = Object.keys(UNUSED);
    onResolve({ filter: /./ }, ({ path }) => {
      const end = ends.find((one) => path.endsWith(one));
      return end === undefined ? undefined : { path: end, namespace: 'unused' };
    });
    onLoad({ filter: /./, namespace: 'unused' }, ({ path }) => ({ contents: UNUSED[path] ?? '' }));
  },
};

/**
 * Bundles a module that exports from the SDK. zod stays outside: it is a peer, and the schemas of our tools are made by it.
 *
 * @param {string} file
 * @returns {Promise<string>} The code of one ES module, with the licence of what is in it.
 */
export async function bundleSdk(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['zod', 'zod/*'],
    legalComments: 'none',
    plugins: [leaveOut],
    absWorkingDir: root,
  });
  const licence = readFileSync(join(root, 'node_modules/@modelcontextprotocol/sdk/LICENSE'), 'utf8').trim();
  return `/*! @modelcontextprotocol/sdk\n\n${licence}\n*/\n${outputFiles[0]?.text ?? ''}`;
}
