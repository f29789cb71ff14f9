// Packages without types of their own, as far as the tests use them.
declare module 'koa-bodyparser' {
  export default function bodyParser(): (context: object, next: () => unknown) => Promise<void>;
}

declare module 'express4' {
  import express from 'express';
  export default express;
}

declare module 'fastify4' {
  import fastify from 'fastify';
  export default fastify;
}

declare module 'koa2' {
  import Koa from 'koa';
  export default Koa;
}

declare module 'hono-node-server-1' {
  export { serve } from '@hono/node-server';
}

/** As much of Deno as the example uses. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(options: { readonly port: number; readonly hostname: string }, handler: (request: Request) => Promise<Response>): unknown;
};
