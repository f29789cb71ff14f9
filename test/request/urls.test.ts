import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinUrl, splitUrl } from '../../src/request/urls.js';

test('cuts a URL without changing a character', () => {
  expect(splitUrl("HTTPS://user:p@ss@Host.Example:8443/a/../b%2f?q='+x?y=@:1#rc=2?x")).toEqual({
    scheme: 'HTTPS',
    credentials: 'user:p@ss@',
    host: 'Host.Example',
    port: ':8443',
    path: '/a/../b%2f',
    query: "?q='+x?y=@:1",
  });
});

test.each([
  ['an IPv6 address', 'http://[2001:db8::1]', { host: '[2001:db8::1]', port: '', path: '' }],
  ['an IPv6 address with a port', 'http://u:p@[::1]:81/', { credentials: 'u:p@', host: '[::1]', port: ':81', path: '/' }],
  ['a query without a path', 'http://h?q', { host: 'h', path: '', query: '?q' }],
])('knows the parts of %s', (_, url, parts) => {
  expect(splitUrl(url)).toMatchObject(parts);
});

test.each(['', '/p', 'h.example/p', '//h.example/p', 'mailto:a@b.example', '1http://h/'])('takes %j for no absolute URL', (url) => {
  expect(splitUrl(url)).toBeUndefined();
});

test('joins what it cut', () => {
  const urls = fc
    .tuple(fc.constantFrom('https', 'WSS', 'http'), fc.string({ unit: 'binary' }))
    .map(([scheme, rest]) => `${scheme}://${rest}`);
  fc.assert(
    fc.property(urls, (url) => {
      const parts = splitUrl(url);
      expect(parts && joinUrl(parts)).toBe(url.split('#', 1)[0]);
    }),
  );
});
