// Packages without types of their own, as far as the tests use them.
declare module 'koa-bodyparser' {
  export default function bodyParser(): (context: object, next: () => unknown) => Promise<void>;
}

declare module 'express4' {
  import express from 'express';
  export default express;
}
