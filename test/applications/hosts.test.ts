import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeHost } from '../../src/preload/hosts.js';

/** The hosts that a version of the official client names in what it asks of each product. */
function readHosts(version: string): string[] {
  const folder = join(import.meta.dirname, 'node_modules', version, 'lib/rest');
  const sources = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const hosts = sources.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=https:\/\/)[a-z-]+\.twilio\.com/g) ?? []);
  return [...new Set(hosts)];
}

test.each([
  ['twilio3', 30],
  ['twilio4', 30],
  ['twilio5', 30],
  ['twilio6', 35],
])('every host that %s asks is led to the emulator', (version, least) => {
  const hosts = readHosts(version);
  expect(hosts.length).toBeGreaterThan(least);
  expect(hosts.filter((host) => judgeHost(host) !== 'led')).toEqual([]);
});
