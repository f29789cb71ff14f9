import { describe, expect, test, vi } from 'vitest';
import { verifyUpgrade as verifyNodeUpgrade } from '../../src/node/index.js';
import { signRequest } from '../../src/signature/index.js';
import { verifyUpgrade } from '../../src/webhook/index.js';
import { authToken } from './requests.js';

const headersFor = (url: string) => ({
  upgrade: 'websocket',
  connection: 'Upgrade',
  'x-twilio-signature': signRequest({ url, method: 'GET' }, { authToken }),
});
const upgrade = (url: string, signedUrl: string, more: Record<string, string> = {}) =>
  new Request(url, { headers: { ...headersFor(signedUrl), ...more } });

describe('verifyUpgrade', () => {
  test.each([
    ['https://example.com/media', 'wss://example.com/media'],
    ['http://example.com:8080/media', 'wss://example.com:8080/media'],
    ['https://example.com/media', 'wss://example.com/media/'],
    ['https://example.com/relay?lang=de', 'wss://example.com/relay?lang=de'],
  ])('takes a request for %s that was signed as %s', async (url, signedUrl) => {
    expect((await verifyUpgrade(upgrade(url, signedUrl), { authToken })).url).toBe(url.replace(/^https?/, 'wss'));
  });

  test('finds the public URL by publicUrl and by forwarding headers', async () => {
    const inner = upgrade('http://10.0.0.1:3000/media', 'wss://example.com/app/media');
    await expect(verifyUpgrade(inner, { authToken, publicUrl: 'https://example.com/app' })).resolves.toMatchObject({ parameters: {} });
    await expect(verifyUpgrade(inner, { authToken, publicUrl: () => 'wss://example.com/app/media' })).resolves.toBeDefined();
    const forwarded = upgrade('http://10.0.0.1:3000/media', 'wss://example.com/media', {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'example.com',
    });
    await expect(verifyUpgrade(forwarded, { authToken, trustForwarded: true })).resolves.toBeDefined();
    await expect(verifyUpgrade(forwarded, { authToken })).rejects.toMatchObject({ code: 'SIGNATURE_MISMATCH', status: 403 });
  });

  test('refuses what was signed for https, by another account, or not at all', async () => {
    const url = 'https://example.com/media';
    await expect(verifyUpgrade(upgrade(url, url), { authToken })).rejects.toMatchObject({ code: 'SIGNATURE_MISMATCH' });
    await expect(verifyUpgrade(upgrade(url, 'wss://example.com/media'), { authToken: 'f'.repeat(32) })).rejects.toMatchObject({
      status: 403,
    });
    await expect(verifyUpgrade(new Request(url), { authToken })).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' });
    await expect(verifyUpgrade(new Request(url, { method: 'POST' }), { authToken })).rejects.toMatchObject({ code: 'REQUEST_METHOD' });
    await expect(verifyUpgrade(new Request(url), { authToken: '' })).rejects.toThrow(TypeError);
  });

  test('asks for the token of an account that nobody named', async () => {
    const lookUp = vi.fn(() => authToken);
    await verifyUpgrade(upgrade('https://example.com/media', 'wss://example.com/media'), { authToken: lookUp });
    expect(lookUp).toHaveBeenCalledWith(undefined, expect.any(Request));
  });

  test('takes what Node hands to an upgrade listener', async () => {
    const request = {
      method: 'GET',
      url: '/media',
      headers: { host: 'example.com', ...headersFor('wss://example.com/media') },
      socket: {},
    };
    await expect(verifyNodeUpgrade(request, { authToken })).resolves.toEqual({ url: 'wss://example.com/media', parameters: {} });
    await expect(verifyNodeUpgrade({ ...request, url: '/other' }, { authToken })).rejects.toMatchObject({ status: 403 });
  });
});
