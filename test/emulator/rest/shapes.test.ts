import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findRoute } from '../../../src/emulator/rest/routes.js';
import { findOperation, findShapeProblems } from '../../conformance/emulator/shapes.js';
import { ACCOUNT, TOKEN } from '../setup.js';
import { fill, isJson, startVisited, VISITS } from './visits.js';

const { operations } = JSON.parse(readFileSync(new URL('../../data/rest/shapes.json', import.meta.url), 'utf8')) as {
  readonly operations: Readonly<Record<string, unknown>>;
};

test('every answer has the fields, types and dates that Twilio’s documents say', async () => {
  const { emulator, sids } = await startVisited();
  const problems: string[] = [];
  for (const [method, url, form = {}, as] of VISITS) {
    const type = isJson(form) ? { 'content-type': 'application/json' } : {};
    const content = JSON.parse(fill(JSON.stringify(form), sids)) as Record<string, string>;
    const answer = await emulator.rest(
      new Request(fill(url, sids), {
        method,
        headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`, ...type },
        ...(method === 'POST' && { body: isJson(form) ? JSON.stringify(content) : new URLSearchParams(content) }),
      }),
    );
    const text = await answer.text();
    const body = text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
    if (answer.status >= 400) problems.push(`${method} ${fill(url, sids)}: ${text}`);
    problems.push(...findShapeProblems(method, fill(url, sids), answer.status, body));
    if (as !== undefined) sids[as] = sidOf(body, as);
  }
  expect(problems).toEqual([]);
  // Nobody takes the socket of the stream.
  expect(emulator.findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ twilioCode: 31902 }]);
  await emulator.close();
});

/** The SID of what was made, or of the first in a list. */
function sidOf(content: Readonly<Record<string, unknown>> = {}, name: string): string {
  const [first] = Array.isArray(content[name]) ? (content[name] as { readonly sid: string }[]) : [];
  return first?.sid ?? String(content.sid);
}

test('every operation of Twilio’s documents is served', () => {
  const missing = Object.keys(operations).filter((name) => {
    const [method = '', url = ''] = name.split(' ');
    const { hostname, pathname } = new URL(url.replaceAll(/\{\w+\}/g, 'x'));
    return findRoute(hostname.replace('.twilio.com', ''), method, pathname) === undefined;
  });
  expect(missing).toEqual([]);
});

test('every operation of Twilio’s documents is visited', () => {
  const visited = new Set(VISITS.map(([method, url]) => findOperation(method, url)?.name));
  expect(Object.keys(operations).filter((name) => !visited.has(name))).toEqual([]);
});
