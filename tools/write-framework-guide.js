// Writes docs/frameworks.md from the examples, so that what the guide shows is what the tests run. With `--check` it only tells whether the
// guide is as it would be written.
import { readFileSync, writeFileSync } from 'node:fs';

const GUIDE = 'docs/frameworks.md';

const introduction = `# Frameworks

Each of these is a file of [examples](../examples), which the tests start and call. All of them read the auth token from the environment variable \`TWILIO_AUTH_TOKEN\` and the URL that Twilio calls from \`PUBLIC_URL\`; [webhooks.md](webhooks.md) has all options. Frameworks that speak web \`Request\` and \`Response\` need no adapter: \`webhook()\` of \`ringback/webhook\` is their handler.
`;

/** @type {[title: string, path: string, remark: string][]} */
const sections = [
  ['Node', 'node/server.js', '`ringback/node` serves `node:http`, `node:https`, `node:http2` and Connect.'],
  [
    'Express',
    'express/server.js',
    'Express 4 and 5. Put the webhook before body parsers. After `express.urlencoded({ extended: false })` it works as well, because a flat form still holds all that was signed; after `express.json()` JSON webhooks answer 500, and the message says to put `express.raw({ type: () => true })` on the route; forms it leaves alone. `verify()` is middleware for handlers of your own: it sets `request.twilio`, which is typed. Errors that a handler throws go to the error handler of the application.',
  ],
  [
    'Fastify',
    'fastify/server.js',
    '`rawBodies` keeps the bytes of bodies in the scope that it is registered in, since Fastify refuses forms otherwise, and leaves the rest of the application alone. It waits for a body for ten seconds (`scope.register(rawBodies, { bodyTimeoutMs })`); Fastify itself has no limit for the rest of a request, unless the application is made with `requestTimeout`. Without it, or a parser of your own for forms, Twilio gets the 415 of Fastify. `verify()` is a `preHandler` hook.',
  ],
  ['Koa', 'koa/server.js', 'Before `koa-bodyparser` or after it. `verify()` sets `ctx.state.twilio`.'],
  [
    'NestJS',
    'nest/server.ts',
    'On Express and on Fastify. `{ rawBody: true }` is what keeps the signed bytes. `webhook()` and `webhookRouter()` of `ringback/nest` are functional middleware, for `consumer.apply()`. What the guard or the parameter refuses is answered with the status alone, before exception filters hear of it: a filter of your own that writes answers looks at `headersSent` first.',
  ],
  [
    'AWS Lambda',
    'lambda/handler.js',
    'API Gateway (REST and HTTP APIs), Application Load Balancers and function URLs are told apart by their events. A REST API hands out its query decoded: where the order or the escapes of a query matter, use an HTTP API or a function URL. Behind a custom domain with a mapping, set `publicUrl`.',
  ],
  ['Hono', 'hono/server.js', 'Do not call `context.req.parseBody()` before: it takes the body away, and loses repeated names.'],
  ['h3 and Nitro', 'h3/server.js', ''],
  [
    'Next.js',
    'next/app/sms/route.js',
    'A route handler of the App Router. Next shows an inner host behind a proxy, so that `publicUrl` is needed there.',
  ],
  [
    'SvelteKit',
    'sveltekit/src/routes/sms/+server.js',
    "SvelteKit's own check for forms from other sites refuses Twilio's: add Twilio to `csrf.trustedOrigins`, or turn the check off.",
  ],
  ['React Router', 'react-router/app/routes/sms.js', 'A resource route. For webhooks by GET export a `loader` likewise.'],
  ['Astro', 'astro/src/pages/sms.js', 'Set `security.checkOrigin` to `false`, since forms from other sites are refused otherwise.'],
  ['Elysia', 'elysia/server.js', "`parse: 'none'` leaves the body to the webhook."],
  ['Deno', 'deno/server.js', ''],
  [
    'Cloudflare Workers',
    'workers/worker.js',
    'With `nodejs_compat` and without. Making the webhook for each request costs nothing worth saving.',
  ],
  [
    'WebSockets',
    'websocket/server.js',
    'Media Streams and ConversationRelay sign their upgrade. On Bun, Deno and Workers `verifyUpgrade` of `ringback/webhook` takes the web `Request`.',
  ],
];

const guide = [introduction, ...sections.map(([title, path, remark]) => writeSection(title, path, remark))].join('\n');

if (!process.argv.includes('--check')) writeFileSync(GUIDE, guide);
else if (readFileSync(GUIDE, 'utf8') !== guide) {
  console.error(`${GUIDE} is not what the examples say: run node tools/write-framework-guide.js`);
  process.exitCode = 1;
}

/** @type {(title: string, path: string, remark: string) => string} */
function writeSection(title, path, remark) {
  const code = readFileSync(`examples/${path}`, 'utf8').trimEnd();
  const language = path.endsWith('.ts') ? 'ts' : 'js';
  const prose = remark === '' ? '' : `${remark}\n\n`;
  return `## ${title}\n\n${prose}[examples/${path}](../examples/${path})\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;
}
