import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tools } from '../../src/cli/mcp/create-server.js';
import { runCli } from '../cli/run-cli.js';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/assistants.md'), 'utf8');
const settings = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => text);

interface Server {
  readonly command: string;
  readonly args: readonly string[];
}

describe('The page on assistants', () => {
  test('has every tool', () => {
    expect([...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)).toEqual(tools.map(({ name }) => name));
  });

  test('has settings for several clients', () => {
    expect(settings.length).toBeGreaterThan(3);
  });

  test.each(settings.map((text, index) => [index + 1, text] as const))(
    'has settings that start the server, in block %i',
    async (_, text) => {
      const [[, servers] = []] = Object.entries(JSON.parse(text) as Record<string, Record<string, Server>>);
      const { command, args } = servers?.['ringback'] ?? { command: '', args: [] };
      const [first, ...rest] = args.filter((arg) => arg !== '-y');
      expect([command, first, rest[0]]).toEqual(['npx', 'ringback', 'mcp']);
      const help = await runCli(['help', 'mcp']);
      for (const option of rest.filter((arg) => arg.startsWith('--'))) expect(help.stdout).toContain(option);
    },
  );
});
