import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './context.js';

/** A module that can be imported. */
export interface OpenModule {
  /** Its `file:` URL. */
  readonly url: string;
  /** Takes away what was written to make it so. */
  close(): Promise<void>;
}

/**
 * Makes a module of JavaScript or TypeScript one that this Node can import.
 *
 * @throws UsageError where it is TypeScript, and nothing here reads that.
 */
export async function openModule(path: string): Promise<OpenModule> {
  if (!/^\.m?ts$/.test(extname(path)) || canReadTypes()) return { url: pathToFileURL(path).href, close: async () => undefined };
  const compiled = join(dirname(path), `.${basename(path, extname(path))}.${process.pid}.mjs`);
  await writeFile(compiled, await compile(path), { mode: 0o600 });
  return { url: pathToFileURL(compiled).href, close: () => rm(compiled, { force: true }) };
}

/** Whether Node takes types out by itself, as from version 22.18 on. */
function canReadTypes(): boolean {
  return Boolean((process.features as { readonly typescript?: unknown }).typescript);
}

/** What is used of esbuild. */
interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

/** Turns a module of TypeScript into one of JavaScript by the project's own esbuild. */
async function compile(path: string): Promise<string> {
  let esbuild: Esbuild;
  try {
    esbuild = createRequire(path)('esbuild') as Esbuild;
  } catch {
    throw new UsageError(
      `${path} is TypeScript, which Node ${process.versions.node} does not read. Node 22.18 does; so does esbuild, where it is installed in this project. Or write ${basename(path).replace(/ts$/, 'js')}`,
    );
  }
  const options = {
    entryPoints: [path],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  };
  const { outputFiles } = await esbuild.build(options);
  return outputFiles[0]?.text ?? '';
}
