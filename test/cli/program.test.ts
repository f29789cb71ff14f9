import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli.js';

describe('ringback', () => {
  test('teaches when it is asked for nothing, and calls that wrong use', async () => {
    const { code, stderr } = await runCli([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Examples:');
  });

  test.each([['--help'], ['help'], ['-h']])('explains itself by %s', async (flag) => {
    const { code, stdout } = await runCli([flag]);
    expect(code).toBe(0);
    expect(stdout).toContain('Exit codes: 0 all is well, 1 problems were found, 2 wrong use.');
  });

  test('tells its version', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });

  test('guesses which command was meant', async () => {
    const { code, stderr } = await runCli(['lnt']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean lint?');
  });

  test('does not repeat what may be a secret when an option is misspelt', async () => {
    const { code, stderr } = await runCli(['lint', '--auth-tokn=6bc1bee22e409f96e93d7e117393172a', '-']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown option '--auth-tokn=…'");
  });
});
