import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { type KoaHandler, verify, webhook, webhookRouter } from 'ringback/koa';
import { describeFramework } from './support/cases.js';
import { authToken, makeEndpoints } from './support/endpoints.js';
import { listen, makeReport } from './support/listen.js';

describeFramework({
  name: 'koa',
  rawUrls: true,
  verifies: true,
  parsed: 'recovered',
  start() {
    const { rejections, report } = makeReport();
    const app = new Koa();
    app.silent = true;
    const endpoints: Record<string, KoaHandler> = makeEndpoints({ webhook, router: webhookRouter }, report);
    const parse = bodyParser();
    const verified = verify({ authToken, onRejected: ({ code, message }) => report(code, message) });
    app.use(async (context, next) => {
      if (context.path === '/parsed') return parse(context, () => endpoints['/plain']?.(context) ?? next());
      if (context.path !== '/verified') return endpoints[context.path]?.(context) ?? next();
      return verified(context, async () => {
        context.body = context.state.twilio;
      });
    });
    return listen(app.callback(), rejections);
  },
});
