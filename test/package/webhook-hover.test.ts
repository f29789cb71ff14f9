import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { hoveredFile, startService } from './hovers.js';

const imports = [
  "import { IncomingCall, voiceResponse, webhook, webhookRouter } from 'ringback';",
  "import { webhook as onExpress } from 'ringback/express';",
];
const calls = [
  'webhook(IncomingCall, () => voiceResponse());',
  'webhook(IncomingCall, {}, () => voiceResponse());',
  'onExpress(IncomingCall, {}, () => voiceResponse());',
  'webhookRouter().on(IncomingCall, () => voiceResponse());',
];
const source = [...imports, ...calls].join('\n');

/** In characters. The type of the schema stands in it twice. */
const LONGEST = 420;

let service: ts.LanguageService;
beforeAll(() => {
  service = startService(source);
}, 120_000);

describe('What an editor shows of webhook()', () => {
  test.each(calls)('is short, and names the payload and what the handler returns: %s', (call) => {
    const name = /\.on\(/.test(call) ? '.on(' : '';
    const at = source.indexOf(call) + (name === '' ? 0 : call.indexOf(name) + 1);
    const info = service.getQuickInfoAtPosition(hoveredFile, at);
    const text = ts.displayPartsToString(info?.displayParts).replace(/\nimport .*/s, '');
    expect(text).toContain('handler: PayloadHandler<IncomingCall, VoiceResponse, ');
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(ts.displayPartsToString(info?.documentation)).not.toBe('');
  });
});
