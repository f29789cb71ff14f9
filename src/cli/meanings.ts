import { readFile } from 'node:fs/promises';
import type { Meanings } from './context.js';

/** The JSON Schema of the payloads as it is published: a parameter that several kinds have is a definition that they refer to. */
interface Document {
  readonly $defs: Readonly<Record<string, { readonly description?: string; readonly properties?: Readonly<Record<string, Parameter>> }>>;
}

interface Parameter {
  readonly $ref?: string;
  readonly description?: string;
}

/** Reads what the parameters of each kind mean, or nothing where the file is not. */
export async function readMeanings(file: URL): Promise<Meanings | undefined> {
  let document: Document;
  try {
    document = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
  const { $defs } = document;
  const follow = (parameter: Parameter) => $defs[parameter.$ref?.replace('#/$defs/', '') ?? ''] ?? parameter;
  return {
    $defs: Object.fromEntries(
      Object.entries($defs).map(([kind, { description, properties = {} }]) => [
        kind,
        {
          ...(description !== undefined && { description }),
          properties: Object.fromEntries(Object.entries(properties).map(([name, parameter]) => [name, follow(parameter)])),
        },
      ]),
    ),
  };
}
