// The server for assistants, as `npx ringback mcp` starts it where the package was installed and the protocol's own package was not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { consumer } from './project.js';

const HELLO = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1.0.0' } };

test('npx ringback mcp works with nothing else installed', async () => {
  expect(existsSync(join(consumer, 'node_modules/@modelcontextprotocol'))).toBe(false);
  const child = spawn('npx', ['--no-install', 'ringback', 'mcp'], { cwd: consumer, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (id: number, method: string, params: object) => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return JSON.parse((await answers.next()).value ?? '{}').result;
  };
  expect(await ask(1, 'initialize', HELLO)).toMatchObject({ serverInfo: { name: 'ringback' }, protocolVersion: '2025-06-18' });
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
  expect((await ask(2, 'tools/list', {})).tools).toHaveLength(8);
  const { content } = await ask(3, 'tools/call', { name: 'show_kind', arguments: { kind: 'IncomingMessage' } });
  expect(content[0].text).toContain('messaging.incoming');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
