import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Tells whether Node takes a file for CommonJS: by the end of its name, else by the package that it is in. */
export async function isCommonJs(file: string): Promise<boolean> {
  if (file.endsWith('.cjs')) return true;
  return file.endsWith('.js') && (await findType(dirname(resolve(file)))) !== 'module';
}

async function findType(folder: string): Promise<unknown> {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  if (manifest !== undefined) return readType(manifest);
  const parent = dirname(folder);
  return parent === folder ? undefined : findType(parent);
}

function readType(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { readonly type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}
