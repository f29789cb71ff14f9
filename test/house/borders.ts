/** What a folder of `src`, or a file beside them, holds and may import. */
export interface Room {
  readonly holds: string;
  /** Other rooms, and packages. Node's own modules are for `delivery` and `cli`, whatever they are called. */
  readonly mayImport: readonly string[];
}

const NODE_ADAPTER = 'an adapter on that of Node';

/** Who may import whom. CONTRIBUTING shows the same table. */
export const rooms: Readonly<Record<string, Room>> = {
  'errors.ts': { holds: 'error classes and codes', mayImport: [] },
  'site.ts': { holds: 'where the pages are', mayImport: [] },
  'error-codes': { holds: 'Twilio’s error codes: data', mayImport: [] },
  request: { holds: 'raw HTTP data, before any meaning', mayImport: ['errors.ts'] },
  signature: { holds: 'verify, sign, explain', mayImport: ['errors.ts', 'site.ts', 'request'] },
  payloads: { holds: 'schemas, a folder a family; `schema/` is the machinery', mayImport: ['errors.ts', 'error-codes', 'request', 'zod'] },
  twiml: { holds: 'elements, builder, documents', mayImport: ['errors.ts', 'saxes', 'xmlbuilder2'] },
  webhook: { holds: 'the handler', mayImport: ['errors.ts', 'site.ts', 'request', 'signature', 'payloads', 'twiml', 'zod'] },
  node: { holds: 'an adapter: structural types, no logic', mayImport: ['errors.ts', 'request', 'webhook'] },
  lambda: { holds: NODE_ADAPTER, mayImport: ['errors.ts', 'request', 'webhook', 'node'] },
  functions: { holds: 'an adapter for Twilio Functions, on that of Node', mayImport: ['request', 'webhook', 'node', 'zod'] },
  express: { holds: NODE_ADAPTER, mayImport: ['webhook', 'node'] },
  fastify: { holds: NODE_ADAPTER, mayImport: ['errors.ts', 'signature', 'webhook', 'node'] },
  koa: { holds: NODE_ADAPTER, mayImport: ['webhook', 'node'] },
  nest: { holds: 'an adapter on those of Express and Fastify', mayImport: ['errors.ts', 'webhook', 'node', 'express', 'fastify', 'zod'] },
  'index.ts': { holds: 're-exports', mayImport: ['errors.ts', 'signature', 'payloads', 'twiml', 'webhook'] },
  fixtures: { holds: 'samples, and payloads made of them', mayImport: ['request', 'payloads', 'zod'] },
  delivery: {
    holds: 'Twilio’s side of the wire',
    mayImport: ['request', 'signature', 'payloads', 'twiml', 'webhook', 'fixtures', 'zod', 'node:'],
  },
  emulator: {
    holds: 'calls and messages, as Twilio runs them',
    mayImport: ['errors.ts', 'request', 'signature', 'payloads', 'twiml', 'fixtures', 'delivery'],
  },
  preload: { holds: 'leads programs to an emulator; loaded before them', mayImport: ['node:'] },
  proxy: { holds: 'the same for programs that are not Node', mayImport: ['delivery', 'preload', 'node:'] },
  line: {
    holds: 'leads real calls and messages to this machine',
    mayImport: ['errors.ts', 'request', 'signature', 'fixtures', 'delivery', 'node:'],
  },
  console: { holds: 'the page of `ringback dev`, built by Vite', mayImport: ['emulator', 'preact', '@preact'] },
  load: {
    holds: 'many people at once, and what is measured of them',
    mayImport: ['payloads', 'emulator', 'node:'],
  },
  testing: {
    holds: 'signed requests, stories, matchers',
    mayImport: ['request', 'signature', 'payloads', 'twiml', 'fixtures', 'delivery', 'emulator'],
  },
  cli: {
    holds: 'the command; nothing imports it',
    mayImport: [
      'errors.ts',
      'site.ts',
      'error-codes',
      'request',
      'signature',
      'payloads',
      'twiml',
      'webhook',
      'fixtures',
      'delivery',
      'emulator',
      'line',
      'load',
      'testing',
      'commander',
      'zod',
      '@modelcontextprotocol',
      'node:',
    ],
  },
};

/** Packages that one file alone may import: each can be left out, or replaced, there. */
export const soleImporters: Readonly<Record<string, string>> = {
  saxes: 'twiml/document/parse.ts',
  xmlbuilder2: 'twiml/format/to-object.ts',
};

/** What the page may know of the emulator, and only as types: it is served by it, and never a part of it. */
export const knownToConsole: readonly string[] = ['emulator/control/protocol.ts', 'emulator/events.ts'];

/** Arithmetic that the page does as the emulator does it: a part of both, which imports nothing. */
export const sharedWithConsole: readonly string[] = ['emulator/audio/mu-law.ts', 'emulator/messages/segments.ts'];

/** Files that load one another in a circle, by the folder that they are in, and why that is so. */
export const circles: Readonly<Record<string, string>> = {
  'twiml/ssml': 'the elements of SSML stand within one another',
  emulator: 'a call begins other calls: a dialled one, and the one that a document is run for',
  'cli/captured': 'the readers of a format use what gathers headers, beside what chooses the reader',
};
