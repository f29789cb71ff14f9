import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listEntries } from '../../tools/entries.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const entries = listEntries().map((entry) => [entry.name, entry.import.default] as const);

/** Something that only the emulator has. */
const MARK = 'EMULATOR_NOT_HEARD';

describe('the emulator in the package', () => {
  test('is reached by its own entry', () => {
    expect(reaches(resolve(root, 'dist/emulator/index.js'))).toBe(true);
  });

  test.each(entries.filter(([name]) => name !== './emulator'))('is not reached by %s', (_, file) => {
    expect(reaches(resolve(root, file))).toBe(false);
  });

  test('lets a program end by itself, closed or not', async () => {
    const program = (last: string) => `
      import { createEmulator } from './dist/emulator/index.js';
      const fetch = async () => new Response('<Response><Gather action="/voice"><Say>Hello</Say></Gather></Response>', { headers: { 'content-type': 'text/xml' } });
      const twilio = createEmulator({ app: { fetch }, numbers: { '+15550001111': '/voice' } });
      const call = await twilio.phone('+14155550100').call('+15550001111');
      await call.hear('Hello');
      await call.press('1#');
      ${last}
      console.log('done');
    `;
    for (const last of ['await twilio.close();', '', 'call.hear("never").catch(() => undefined); await twilio.close();']) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program(last)], { cwd: root, timeout: 60_000 });
      expect(stdout).toBe('done\n');
    }
  });
});

/** Whether a file of dist loads the emulator, itself or through its chunks. */
function reaches(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (text.includes(MARK)) return true;
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return names.some((name) => name.startsWith('.') && reaches(resolve(dirname(file), name), seen));
}
