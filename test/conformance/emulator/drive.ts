import { runPlatform } from './platform-run.js';
import type { Row } from './row.js';
import { runVoice } from './voice-run.js';

/** Runs a row. @returns What came otherwise than the row says. */
export async function driveRow(row: Row): Promise<readonly string[]> {
  return 'people' in row ? runVoice(row) : runPlatform(row);
}
