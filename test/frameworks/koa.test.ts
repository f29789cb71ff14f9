import Koa3 from 'koa';
import Koa2 from 'koa-2';
import bodyParser from 'koa-bodyparser';
import qs from 'qs';
import { type KoaContext, type KoaHandler, verify, webhook, webhookRouter } from 'ringback/koa';
import { describeFramework } from './support/cases.js';
import { authToken, makeEndpoints } from './support/endpoints.js';
import { listen, makeReport } from './support/listen.js';

for (const [name, Koa] of [
  ['koa 3', Koa3],
  ['koa 2', Koa2],
] as const)
  describeFramework({
    name,
    rawUrls: true,
    onNode: true,
    streams: true,
    verifies: true,
    parsed: 'recovered',
    errors: 599,
    advice: 'an option that keeps `rawBody`',
    start() {
      const { rejections, report } = makeReport();
      const app = new Koa();
      const { '/plain': plain, ...others } = makeEndpoints({ webhook, router: webhookRouter }, report);
      if (plain === undefined) throw new Error('There is no /plain');
      const parse = bodyParser();
      const verified = verify({ authToken, onRejected: ({ code, message }) => report(code, message) });
      const routes: Record<string, KoaHandler> = {
        ...others,
        '/plain': plain,
        '/parsed': (context) => parse(context, () => plain(context)),
        '/parsed-json': (context) => parseAway(context, JSON.parse, plain),
        '/nested': (context) => parseAway(context, qs.parse, plain),
        '/consumed': (context) => parseAway(context, () => undefined, plain),
        '/verified': (context) =>
          verified(context, async () => {
            context.body = (context.state as { readonly twilio?: unknown }).twilio;
          }),
      };
      app.use(async (context, next) => {
        try {
          await routes[context.path]?.(context, next);
        } catch {
          context.status = 599;
        }
      });
      return listen(app.callback(), rejections);
    },
  });

/** A parser that keeps no bytes. */
async function parseAway(context: KoaContext, parse: (text: string) => unknown, next: KoaHandler): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of context.req) chunks.push(chunk);
  Object.assign(context.request, { body: parse(Buffer.concat(chunks).toString()) });
  await next(context);
}
