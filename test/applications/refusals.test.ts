import { describe, expect, test } from 'vitest';
import { type Runtime, runProgram, runtimes } from './support/run.js';

/** A port of this machine that nothing listens on. */
const nobody = 'http://127.0.0.1:9';

interface Outcome {
  readonly failures: Readonly<Record<string, string>>;
  /** What of the system was used: look-ups and connections. Bun does not tell. */
  readonly used: readonly string[];
  readonly milliseconds: number;
}

describe.each(Object.keys(runtimes) as Runtime[])('on %s', (runtime) => {
  test('what the emulator is not for is refused at once, before any look-up or connection', async () => {
    const { result } = await runProgram('refused.mjs', { runtime, emulatorUrl: nobody });
    const { failures, used, milliseconds } = result as Outcome;
    expect(Object.keys(failures)).toHaveLength(14);
    for (const [name, failure] of Object.entries(failures)) expect(`${name}: ${failure}`).toMatch(/: RINGBACK_REFUSED: .*twilio\.com/);
    expect(used).toEqual([]);
    expect(milliseconds).toBeLessThan(10_000);
  });

  test('nothing goes out while the emulator is down, and the message says what to do', async () => {
    const { result, stderr } = await runProgram('down.mjs', { runtime, emulatorUrl: nobody });
    const { failures, used } = result as Outcome;
    const message =
      "ringback's emulator does not answer at http://127.0.0.1:9 (ECONNREFUSED), so a request to api.twilio.com went nowhere.";
    expect(Object.keys(failures)).toEqual(['twilio', 'axios', 'fetch', 'undici']);
    for (const failure of Object.values(failures)) expect(failure).toContain(`ECONNREFUSED: ${message}`);
    // The connections are those to this machine.
    expect(used.filter((type) => type !== 'TCPCONNECTWRAP')).toEqual([]);
    expect(stderr.split(message)).toHaveLength(2);
  });
});

test.each([
  ['http://localhost:9', 'ECONNREFUSED'],
  ['http://nobody.invalid', '(?:ENOTFOUND|EAI_AGAIN)'],
])('the message names the emulator at %s, by whatever it is called', async (emulatorUrl, code) => {
  const { result } = await runProgram('down.mjs', { runtime: 'Node 24', emulatorUrl });
  for (const failure of Object.values((result as Outcome).failures)) {
    expect(failure).toMatch(
      new RegExp(`^${code}: ringback's emulator does not answer at ${emulatorUrl} \\(${code}\\), so a request to api`),
    );
  }
});
