import { spawn } from 'node:child_process';

/** Opens an address in the browser of whoever works here; where there is none, nothing happens. */
export function openBrowser(url: string): void {
  const [program, ...parameters] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url];
  const child = spawn(program as string, parameters, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
