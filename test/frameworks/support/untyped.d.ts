// Packages without types of their own, as far as the tests use them.
declare module 'koa-bodyparser' {
  export default function bodyParser(): (context: object, next: () => unknown) => Promise<void>;
}

declare module 'express-4' {
  import express from 'express';
  export default express;
}

declare module 'koa-2' {
  import Koa from 'koa';
  export default Koa;
}

/** What Nuxt imports by itself. */
declare const defineEventHandler: typeof import('h3-1').defineEventHandler;
declare const toWebRequest: typeof import('h3-1').toWebRequest;

/** As much of Deno as the examples use. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(handler: (request: Request) => Promise<Response>): unknown;
  serve(options: { readonly port: number; readonly hostname: string }, handler: (request: Request) => Promise<Response>): unknown;
};
