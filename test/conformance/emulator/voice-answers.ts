import type { Answering } from './application.js';
import { PUBLIC_URL } from './urls.js';
import type { Setup } from './voice-row.js';

/** What the application of a voice row answers. */
export function answerCalls(setup: Setup): Answering {
  return (url, count) => {
    const { status, type, body, location } = find(setup, url, count);
    const cookie = setup.setCookie?.[url.pathname];
    const headers = new Headers();
    if (type !== undefined) headers.set('content-type', type);
    if (location !== undefined) headers.set('location', location);
    if (cookie !== undefined) headers.set('set-cookie', `${cookie}; Path=/`);
    return new Response(body ?? null, { status, headers });
  };
}

interface Found {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | ArrayBuffer;
  readonly location?: string;
}

function find(setup: Setup, url: URL, count: number): Found {
  const { errors, redirects, raw } = setup;
  const path = url.pathname;
  const statuses = [errors?.[path] ?? 200].flat();
  const status = statuses[Math.min(count, statuses.length - 1)] ?? 200;
  if (status !== 200) return { status, type: 'text/plain', body: 'no' };
  const location = redirects?.[path];
  if (location !== undefined) return { status: 302, location };
  const given = raw?.[path];
  if (given?.wavSeconds !== undefined) return { status, type: given.type, body: makeWav(given.wavSeconds) };
  if (given?.sayBytes !== undefined)
    return { status, type: given.type, body: `<Response><Say>${'x'.repeat(given.sayBytes)}</Say></Response>` };
  if (given !== undefined) return { status, type: given.type, body: given.body ?? '' };
  const document = findDocument(setup, url);
  if (document !== undefined) return { status, type: 'text/xml', body: document };
  return path.endsWith('.wav') ? { status, type: 'audio/wav', body: makeWav(2) } : { status: 204 };
}

/** The document of this path whose query fits best. */
function findDocument(setup: Setup, url: URL): string | undefined {
  const fitting = Object.entries(setup.documents ?? {})
    .map(([key, xml]) => ({ wanted: new URL(key, PUBLIC_URL), xml }))
    .filter(({ wanted }) => wanted.pathname === url.pathname)
    .filter(({ wanted }) => [...wanted.searchParams].every(([name, value]) => url.searchParams.get(name) === value));
  return fitting.sort((one, other) => other.wanted.searchParams.size - one.wanted.searchParams.size)[0]?.xml;
}

/** Silence of so many seconds: 8000 samples a second, of eight bits. */
function makeWav(seconds: number): ArrayBuffer {
  const size = 8000 * seconds;
  const bytes = Buffer.alloc(44 + size, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size, 40);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}
