import { access, readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { DevConfig } from '../../emulator/define-config.js';
import { UsageError } from '../context.js';
import { openModule } from '../open-module.js';

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
  const module = await openModule(path);
  try {
    const { default: config } = (await import(module.url)) as { readonly default?: unknown };
    return config;
  } finally {
    await module.close();
  }
}
