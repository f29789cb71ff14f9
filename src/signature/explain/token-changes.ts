import type { Change } from './change.js';

/** The auth token without what clings to it when it is copied; nothing when it is clean. */
export function changeToken(token: string): (Change & { readonly token: string })[] {
  const candidates: readonly (readonly [finding: string, token: string])[] = [
    ['has no white space around it', token.trim()],
    ['has no quotes around it', token.trim().replaceAll(/^["'`]|["'`]$/g, '')],
    ['has small letters', token.trim().toLowerCase()],
    [
      'stands alone, without what is before the colon or the equals sign',
      token
        .trim()
        .replace(/^.*[:=]/, '')
        .replaceAll(/["'\s]/g, ''),
    ],
  ];
  const seen = new Set(['', token]);
  return candidates.flatMap(([finding, other]) => {
    if (seen.has(other)) return [];
    seen.add(other);
    return [{ token: other, cause: 'malformed-token', finding: `the auth token ${finding}` }];
  });
}
