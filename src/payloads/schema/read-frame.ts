import { parseJsonOfAnyDepth } from '../../request/json.js';

/** What a socket hands over: text, bytes in any of their shapes, the pieces of a message, or an object that was parsed already. */
export type FrameInput = string | ArrayBuffer | ArrayBufferView | readonly ArrayBufferView[] | object;

/** Reads one message of a socket. What is no JSON stays the text that it is, and so does a text in JSON: written again, both are as they came. */
export function readFrame(input: unknown): unknown {
  const text = readText(input);
  if (text === undefined) return input;
  try {
    const value = parseJsonOfAnyDepth(text);
    return typeof value === 'string' ? text : value;
  } catch {
    return text;
  }
}

// Bytes are told by what they can do, not by their class: test runners run code in realms of its own, where `instanceof` fails.
function readText(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  if (isBytes(input)) return new TextDecoder().decode(input);
  if (!Array.isArray(input) || input.length === 0 || !input.every(isBytes)) return undefined;
  const decoder = new TextDecoder();
  return input.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}

function isBytes(input: unknown): input is ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return ArrayBuffer.isView(input) || Object.prototype.toString.call(input) === '[object ArrayBuffer]';
}
