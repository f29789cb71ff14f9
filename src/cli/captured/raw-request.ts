import { UsageError } from '../context.js';
import { type Captured, gatherHeaders } from './captured.js';

/**
 * Reads a request as it goes over the wire, or as somebody has pasted it: with or without carriage returns.
 *
 * @throws UsageError when it cannot be read.
 */
export function readRawRequest(bytes: Uint8Array): Captured {
  // One character a byte, so that places in the text are places in the bytes.
  const text = Buffer.from(bytes).toString('latin1');
  const start = text.search(/\S/);
  const [blank = ''] = /\r?\n\r?\n/.exec(text.slice(start)) ?? [];
  const end = blank === '' ? text.length : text.indexOf(blank, start);
  const [requestLine = '', ...lines] = text.slice(start, end).trimEnd().split(/\r?\n/);
  const [method = '', target = ''] = requestLine.split(' ');
  const headers = gatherHeaders(lines.map(readHeaderLine));
  if (headers['transfer-encoding']?.some((coding) => /chunked/i.test(coding))) {
    throw new UsageError('The body is in chunks; capture the request where it has a Content-Length');
  }
  return {
    method,
    url: locate(target, headers),
    headers,
    body: cutBody(bytes.subarray(Math.min(bytes.length, end + blank.length)), headers),
  };
}

function readHeaderLine(line: string, index: number): readonly [string, string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw new UsageError(`Line ${index + 2} of the request is no header: ${JSON.stringify(line.slice(0, 60))}`);
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function locate(target: string, { host = [] }: Captured['headers']): string {
  if (/^https?:\/\//i.test(target)) return target;
  const [name] = host;
  if (name === undefined) throw new UsageError('The request has no Host; give the URL that Twilio calls by --as');
  return `//${name}${target}`;
}

/** Editors end a file with a line end, which is no part of what was sent. */
function cutBody(bytes: Uint8Array, { 'content-length': lengths = [] }: Captured['headers']): Uint8Array {
  const length = Number(lengths[0] ?? Number.NaN);
  if (Number.isSafeInteger(length) && length >= 0) return bytes.subarray(0, length);
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  return bytes.subarray(0, end);
}
