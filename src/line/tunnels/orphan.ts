import { execFile } from 'node:child_process';
import type { Journal } from '../journal.js';

/** Ends the program of a tunnel whose line was killed: it would go on for ever. Another program that has got its number is left alone. */
export async function endOrphan({ tunnelPid, port }: Pick<Journal, 'tunnelPid' | 'port'>): Promise<void> {
  if (tunnelPid === undefined || process.platform === 'win32') return;
  const command = await new Promise<string>((resolve) => {
    execFile('ps', ['-o', 'args=', '-p', String(tunnelPid)], (_, stdout) => resolve(stdout));
  });
  const isTunnel = /\b(?:cloudflared|tailscale)\b/.test(command) && new RegExp(`[: ]${port}(?:\\s|$)`).test(command);
  if (!isTunnel) return;
  try {
    process.kill(tunnelPid, 'SIGTERM');
  } catch {
    // It has ended meanwhile.
  }
}
