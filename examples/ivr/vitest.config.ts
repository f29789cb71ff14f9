import { defineConfig } from 'vitest/config';

// No time is lost with waiting in a call; this is for a machine that is busy.
export default defineConfig({ test: { testTimeout: 60_000 } });
