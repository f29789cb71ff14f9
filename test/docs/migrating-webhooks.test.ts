import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { bodySha256, isSignatureValid, signRequest } from '../../src/signature/index.js';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/migrating-from-twilio-node.md'), 'utf8');

const authToken = '0123456789abcdef0123456789abcdef';

/** The rows of the table that verifies, as the code in their cells. */
const rows = (page.split('\n\n').find((block) => block.startsWith('| twilio-node verifies')) ?? '')
  .split('\n')
  .slice(2)
  .map((row) => {
    const [, before = '', after = ''] = row.split('|').map((cell) => cell.trim().replace(/^`|`$/g, ''));
    return [before, after] as const;
  });

interface Case {
  readonly form: Record<string, string>;
  readonly json: string;
  readonly signedBy: string;
}

const RIGHT: Case = { form: { From: '+14155550100', Body: 'Hi & bye' }, json: '{"a":1}', signedBy: authToken };

/** What each side makes of a request. What was signed is that of `RIGHT`. */
function judge(code: string, { form, json, signedBy }: Case): boolean {
  const url = 'https://example.com/sms?x=1';
  const jsonUrl = `https://example.com/json?bodySHA256=${bodySha256(RIGHT.json)}`;
  const signature = signRequest({ url, body: RIGHT.form }, { authToken: signedBy });
  const jsonSignature = signRequest({ url: jsonUrl, body: RIGHT.json }, { authToken: signedBy });
  const headers = { 'x-twilio-signature': signature, 'content-type': 'application/x-www-form-urlencoded' };
  const header = (name: string) => (headers as Record<string, string>)[name.toLowerCase()];
  const request = { method: 'POST', protocol: 'https', originalUrl: '/sms?x=1', headers, header, body: form };
  const known = { twilio, isSignatureValid, signRequest, authToken, signature, jsonSignature, url, jsonUrl, form, json, request };
  return new Function(...Object.keys(known), `return ${code}`)(...Object.values(known)) as boolean;
}

describe('Verifying as twilio-node did', () => {
  test('is shown for each of its functions', () => {
    for (const name of ['validateRequest', 'validateRequestWithBody', 'validateExpressRequest', 'validateIncomingRequest']) {
      expect(rows.some(([before]) => before.startsWith(`twilio.${name}(`))).toBe(true);
    }
    for (const name of ['twilio.webhook()', 'RequestValidator', 'req.body', 'nestjs-twilio', '.protected']) expect(page).toContain(name);
  });

  describe.each(rows)('%s', (before, after) => {
    test.each<[string, Case, boolean]>([
      ['right', RIGHT, true],
      ['changed', { ...RIGHT, form: { ...RIGHT.form, Body: 'No' }, json: '{"a":2}' }, false],
      ['signed by another', { ...RIGHT, signedBy: 'f'.repeat(32) }, false],
    ])('a request that is %s has one verdict', (_, request, verdict) => {
      expect([judge(before, request), judge(after, request)]).toEqual([verdict, verdict]);
    });
  });
});
