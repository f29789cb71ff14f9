import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DevConfig } from '../../emulator/define-config.js';
import { UsageError } from '../context.js';

const NAMES = ['ringback.config.ts', 'ringback.config.mts', 'ringback.config.js', 'ringback.config.mjs', 'ringback.config.json'];

/**
 * Reads the configuration of a project; without one it is empty.
 *
 * @param file - The file, where somebody named one.
 * @throws UsageError when it cannot be read.
 */
export async function loadConfig(file: string | undefined, cwd: string): Promise<DevConfig> {
  const path = file === undefined ? await findConfig(cwd) : resolve(cwd, file);
  if (path === undefined) return {};
  let config: unknown;
  try {
    config = extname(path) === '.json' ? JSON.parse(await readFile(path, 'utf8')) : await importConfig(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as DevConfig;
  throw new UsageError(
    `${path} holds no configuration: a module has it as its default export, made by defineConfig() of ringback/emulator`,
  );
}

async function findConfig(cwd: string): Promise<string | undefined> {
  for (const name of NAMES) {
    const path = join(cwd, name);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

async function importConfig(path: string): Promise<unknown> {
  if (!/^\.m?ts$/.test(extname(path)) || canReadTypes()) return importDefault(path);
  const compiled = join(dirname(path), `.ringback.config.${process.pid}.mjs`);
  try {
    await writeFile(compiled, await compile(path), { mode: 0o600 });
    return await importDefault(compiled);
  } finally {
    await rm(compiled, { force: true });
  }
}

async function importDefault(path: string): Promise<unknown> {
  const { default: config } = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  return config;
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
      `${path} is TypeScript, which Node ${process.versions.node} does not read. Node 22.18 does; so does esbuild, where it is installed in this project. Or write ringback.config.js`,
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
