// Where the binaries of the runtimes are, out of the packages of test/runtimes.
import { join } from 'node:path';

export const root = new URL('../../..', import.meta.url).pathname;

const platform = `${process.platform}-${process.arch}`;

function find(paths: Readonly<Record<string, string>>): string {
  return join(root, 'test/runtimes/node_modules', paths[platform] ?? `nothing for ${platform}`);
}

export const bun = find({ 'linux-x64': '@oven/bun-linux-x64/bin/bun', 'darwin-arm64': '@oven/bun-darwin-aarch64/bin/bun' });
export const deno = find({ 'linux-x64': '@deno/linux-x64-glibc/deno', 'darwin-arm64': '@deno/darwin-arm64/deno' });
export const workerd = find({
  'linux-x64': '@cloudflare/workerd-linux-64/bin/workerd',
  'darwin-arm64': '@cloudflare/workerd-darwin-arm64/bin/workerd',
});
