/** The parameters of a form-encoded webhook, decoded. A name that came several times has all its values, in the order they came. */
export type FormParameters = Readonly<Record<string, string | readonly string[]>>;

/** One parameter as it came. */
export interface FormPair {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads the text of a form-encoded body or a query. A plus is a space, escapes are UTF-8, a name without `=` has an empty value, and
 * broken escapes stay as they are, as in `URLSearchParams`; unlike there a leading `?` belongs to the first name. Every name is an own
 * property, `__proto__` too. Takes time in proportion to the text, whatever it holds.
 */
export function parseForm(text: string): FormParameters {
  return gatherPairs(readPairs(text));
}

/** Writes parameters as the text of a form-encoded body, as `URLSearchParams` would. An empty list leaves its name out. */
export function writeForm(parameters: FormParameters): string {
  const search = new URLSearchParams();
  for (const { name, value } of listPairs(parameters)) search.append(name, value);
  return search.toString();
}

/** Puts parameters that came in turn under their names. */
export function gatherPairs(pairs: Iterable<FormPair>): FormParameters {
  const parameters: Record<string, string | string[]> = {};
  for (const { name, value } of pairs) {
    const earlier = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (Array.isArray(earlier)) earlier.push(value);
    else if (earlier !== undefined) setOwn(parameters, name, [earlier, value]);
    else setOwn(parameters, name, value);
  }
  return parameters;
}

/** Takes parameters from under their names, a pair for each value. */
export function listPairs(parameters: FormParameters): FormPair[] {
  return Object.entries(parameters).flatMap(([name, values]) =>
    typeof values === 'string' ? { name, value: values } : values.map((value) => ({ name, value })),
  );
}

/** An assignment to `__proto__` would change the object's prototype instead of adding a property. */
function setOwn(parameters: Record<string, string | string[]>, name: string, value: string | string[]): void {
  if (name === '__proto__') Object.defineProperty(parameters, name, { value, configurable: true, enumerable: true, writable: true });
  else parameters[name] = value;
}

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const FIRST_SURROGATE = 0xd800;

/** Reads form text into its parameters, in the order they came. */
export function readPairs(text: string): FormPair[] {
  const pairs: FormPair[] = [];
  const decode = makeDecoder();
  let start = 0;
  let equals = -1;
  // What the piece at hand holds that needs work: most pieces hold none and are cut out as they are.
  let plain = true;
  let namePlain = true;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : AMPERSAND;
    if (code === PERCENT || code === PLUS || code >= FIRST_SURROGATE) {
      plain = false;
    } else if (code === EQUALS && equals === -1) {
      equals = at;
      namePlain = plain;
      plain = true;
    } else if (code === AMPERSAND) {
      if (at > start) {
        const name = text.slice(start, equals === -1 ? at : equals);
        const value = equals === -1 ? '' : text.slice(equals + 1, at);
        const isNamePlain = equals === -1 ? plain : namePlain;
        pairs.push({ name: isNamePlain ? name : decode(name), value: plain || equals === -1 ? value : decode(value) });
      }
      start = at + 1;
      equals = -1;
      plain = true;
    }
  }
  return pairs;
}

/** Makes the decoder for the pieces of one text. */
function makeDecoder(): (piece: string) => string {
  // An exception costs more than a thousand characters do, so that only the first piece with a broken escape may raise one.
  let decodePiece = (piece: string): string => {
    try {
      return decodeURIComponent(piece);
    } catch {
      decodePiece = decodeLeniently;
      return decodeLeniently(piece);
    }
  };
  return (piece) => decodePiece(piece.replaceAll('+', ' ').replaceAll(LONE_SURROGATE, '\uFFFD'));
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Decodes what `decodeURIComponent` refuses: a broken escape stays, bytes that are no UTF-8 become U+FFFD. */
function decodeLeniently(piece: string): string {
  const bytes = new TextEncoder().encode(piece);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const high = bytes[at] === PERCENT ? readHexDigit(bytes[at + 1]) : -1;
    const low = high === -1 ? -1 : readHexDigit(bytes[at + 2]);
    bytes[length] = low === -1 ? (bytes[at] ?? 0) : high * 16 + low;
    length += 1;
    if (low !== -1) at += 2;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length));
}

function readHexDigit(code = 0): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
