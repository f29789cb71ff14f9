// Frameworks that speak web `Request` and `Response`: they need no adapter.
import { serve } from '@hono/node-server';
import { H3, readBody, toNodeHandler } from 'h3';
import { Hono } from 'hono';
import { NextRequest } from 'next/server.js';
import { serve as serve1 } from 'node-server-1';
import { type FetchHandler, webhook, webhookRouter } from 'ringback/webhook';
import { describeFramework } from './support/cases.js';
import { makeEndpoints } from './support/endpoints.js';
import type { RunningFramework } from './support/framework.js';
import { listen, makeReport } from './support/listen.js';

const adapter = { webhook, router: (options: object) => asHandle(webhookRouter(options)) };

/** The web router's handler is its `fetch`. */
function asHandle(router: ReturnType<typeof webhookRouter>) {
  return Object.defineProperty(router, 'handle', { value: router.fetch }) as typeof router & { handle: FetchHandler };
}

function makeWebEndpoints(report: (code: string, text: string) => void): (path: string) => FetchHandler {
  const endpoints: Record<string, FetchHandler> = makeEndpoints(adapter, report);
  return (path) => endpoints[path] ?? (async () => new Response(null, { status: 404 }));
}

/** What serves a fetch function. */
type Serve = (
  options: { fetch(request: Request): Response | Promise<Response>; port: number; hostname: string },
  listening: (address: { readonly port: number }) => void,
) => { close(): unknown };

/** Serves a fetch function on Node, as the node adapters of these frameworks do. */
async function serveFetch(
  fetch: (request: Request) => Response | Promise<Response>,
  rejections: readonly string[],
  serveOnNode: Serve = serve,
): Promise<RunningFramework> {
  return new Promise((resolve) => {
    const server = serveOnNode({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      resolve({ origin: `http://127.0.0.1:${port}`, rejections, stop: () => server.close() });
    });
  });
}

function makeHono(report: (code: string, text: string) => void): Hono {
  const endpoint = makeWebEndpoints(report);
  const app = new Hono();
  app.post('/parsed', async (context) => {
    await context.req.parseBody();
    return endpoint('/plain')(context.req.raw);
  });
  app.all('*', (context) => endpoint(context.req.path)(context.req.raw, context.env, context));
  return app;
}

/** Whoever uses `@hono/node-ws` has the first major, which writes into the objects that responses were made with. */
for (const [name, serveOnNode] of [
  ['hono on node-server', serve],
  ['hono on node-server 1', serve1],
] as const) {
  describeFramework({
    name,
    rawUrls: false,
    parsed: 'consumed',
    start() {
      const { rejections, report } = makeReport();
      return serveFetch(makeHono(report).fetch, rejections, serveOnNode);
    },
  });
}

describeFramework({
  name: 'h3',
  rawUrls: false,
  parsed: 'consumed',
  start() {
    const { rejections, report } = makeReport();
    const endpoint = makeWebEndpoints(report);
    const app = new H3();
    app.post('/parsed', async (event) => {
      await readBody(event);
      return endpoint('/plain')(event.req);
    });
    app.all('/**', (event) => endpoint(event.url.pathname)(event.req));
    return listen(toNodeHandler(app), rejections);
  },
});

/** Makes the request as Next's server makes it. */
function toNextRequest({ url, method, headers, body }: Request): NextRequest {
  return new NextRequest(url, { method, headers, ...(body !== null && { body, duplex: 'half' }) });
}

/** Handlers as the frameworks call them, with what they pass. */
const styles: Record<string, (handler: FetchHandler, request: Request) => Promise<Response>> = {
  'the Next App Router': (POST, request) => POST(request, { params: Promise.resolve({ slug: 'sms' }) }),
  SvelteKit: (handler, request) => handler(request),
  'React Router': (handler, request) => (({ request: given, params }) => handler(given, params))({ request, params: {} }),
  Astro: (handler, request) => (({ request: given, locals }) => handler(given, locals))({ request, locals: {} }),
};

for (const [name, style] of Object.entries(styles)) {
  describeFramework({
    name: `a handler in the style of ${name}`,
    rawUrls: false,
    parsed: 'consumed',
    async start() {
      const { rejections, report } = makeReport();
      const endpoint = makeWebEndpoints(report);
      const running = await serveFetch(async (given) => {
        const request = name.includes('Next') ? toNextRequest(given) : given;
        const { pathname } = new URL(request.url);
        if (pathname === '/parsed') await request.formData();
        return style(endpoint(pathname === '/parsed' ? '/plain' : pathname), request);
      }, rejections);
      // Next writes every address of the loop-back as localhost.
      return name.includes('Next') ? { ...running, origin: running.origin.replace('127.0.0.1', 'localhost') } : running;
    },
  });
}
