import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { driveRow } from './drive.js';
import type { VoiceRow } from './voice-row.js';

const published = readRows('voice-rows.json');
const more = readRows('more-rows.json');

describe('the emulator runs calls as Twilio documents', () => {
  test.each(published.filter(({ skip }) => skip === undefined))('$id: $behaviour', async (row) => {
    expect(await driveRow(row)).toEqual([]);
  });

  test('leaves out only what has no local interface', () => {
    expect(published.filter(({ skip }) => skip !== undefined).map(({ id }) => id)).toEqual(['connect-va-01']);
  });
});

describe('the emulator runs what stands beside that', () => {
  test.each(more)('$id: $behaviour', async (row) => {
    expect(await driveRow(row)).toEqual([]);
  });
});

describe('the driver', () => {
  const [row] = published as readonly [VoiceRow];

  test.each<[string, Partial<VoiceRow>]>([
    ['a webhook that does not come', { expect: [...row.expect, { kind: 'voice.record', url: '/never' }] }],
    ['a webhook that was not expected', { expect: row.expect.slice(1) }],
    ['a parameter that is another', { expect: row.expect.map((one) => ({ ...one, params: { CallStatus: 'busy' } })) }],
    ['a sound that is not heard', { hears: { A: [{ type: 'say', text: 'never' }] } }],
    ['a finding that does not come', { findings: { must: ['11200'] } }],
  ])('reports %s', async (_, changes) => {
    expect(await driveRow({ ...row, ...changes })).not.toEqual([]);
  });
});

function readRows(name: string): readonly VoiceRow[] {
  return (JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as { readonly rows: readonly VoiceRow[] }).rows;
}
