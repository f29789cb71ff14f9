import { describe, expect, test } from 'vitest';
import { runCli } from './run-cli.js';

describe('ringback error', () => {
  test('tells what a code means, why, and what to do', async () => {
    const { code, stdout, stderr } = await runCli(['error', '64101']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^64101 ConversationRelay: settings do not go together {2}error\n/);
    expect(stdout).toMatch(/^ {2}do {4}Choose a voice of ttsProvider/m);
    expect(stdout).toContain('Cause and remedy are inferred.');
    expect(stdout).toContain('https://www.twilio.com/docs/api/errors/64101');
  });

  test('tells of several, and prints what a program reads', async () => {
    const { stdout } = await runCli(['error', '11200', '12100', '--json']);
    expect(JSON.parse(stdout).map(({ code }: { code: number }) => code)).toEqual([11_200, 12_100]);
  });

  test('finds codes by words', async () => {
    const { code, stdout } = await runCli(['error', 'toll-free', 'rejected']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^30441 {2}Toll-free verification rejected: content$/m);
    expect((await runCli(['error', 'telegraph'])).code).toBe(1);
  });

  test('says where a code may be known that is not described', async () => {
    const { code, stderr } = await runCli(['error', '99999']);
    expect(code).toBe(2);
    expect(stderr).toContain('https://www.twilio.com/docs/api/errors/99999');
  });

  test('tells of the codes that are described, beside one that is not', async () => {
    const { code, stdout, stderr } = await runCli(['error', '11200', '99999', '12100']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^11200 .*^12100 /ms);
    expect(stderr).toContain('The error code 99999 is not described here');
  });
});
