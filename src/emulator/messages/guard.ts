import type { World } from '../world.js';

/** Whatever goes wrong in the emulator itself is a finding: what nobody waits for must not end the process. */
export function guard(world: World, work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.report({ severity: 'error', message: `The emulator failed: ${what}` });
  });
}
