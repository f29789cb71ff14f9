import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** What a bundler makes of a program that uses the package. */
export interface Bundle {
  readonly code: string;
  /** Bytes, minified and compressed. */
  readonly size: number;
  /** The files that went in, from the root of the package. */
  readonly files: readonly string[];
}

/** Bundles a program as applications do: minified, with everything in it that is imported. */
export async function bundle(program: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const code = outputFiles[0]?.text ?? '';
  return { code, size: gzipSync(code, { level: 9 }).length, files: Object.keys(metafile.inputs).filter((file) => file !== '<stdin>') };
}
