import { signContent } from '../../delivery/delivery.js';
import type { World } from '../world.js';
import { findWebhook } from './replay.js';

/** Writes a webhook as a command for a shell, which sends it to where the application is. The signature is that of the public URL. */
export function exportCurl(world: World, seq: number): string {
  const { webhook, attempt } = findWebhook(world, seq);
  const { authToken, findApp } = world.settings;
  const idempotencyToken = attempt.request.headers['i-twilio-idempotency-token'] ?? '';
  const { url, method, headers, body } = signContent(webhook.parameters, {
    url: webhook.url,
    method: webhook.method,
    authToken,
    idempotencyToken,
  });
  const target = findApp(url)?.targetOf(url) ?? new URL(url);
  const { host, protocol } = new URL(url);
  const forwarded = host === target.host ? {} : { 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host };
  const lines = Object.entries({ ...headers, ...forwarded }).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  const data = method === 'GET' ? [] : [`--data-raw ${quote(body)}`];
  return `${[`curl -i -X ${method} ${quote(target.href)}`, ...lines, ...data].join(' \\\n  ')}\n`;
}

/** A word as a shell takes it. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
