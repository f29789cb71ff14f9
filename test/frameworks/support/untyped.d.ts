// Packages without types of their own, as far as the tests use them.
declare module 'koa-bodyparser' {
  export default function bodyParser(): (context: object, next: () => unknown) => Promise<void>;
}

declare module 'express4' {
  import express from 'express';
  export default express;
}

/** As much of Deno as the example uses. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined };
  serve(options: { readonly port: number; readonly hostname: string }, handler: (request: Request) => Promise<Response>): unknown;
};
