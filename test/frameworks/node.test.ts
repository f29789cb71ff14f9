import type { ServerResponse } from 'node:http';
import connect from 'connect';
import express, { type NextFunction, type Request, type Response } from 'express';
import express4 from 'express-4';
import { webhookRouter as routerExpress, verify as verifyExpress, webhook as webhookExpress } from 'ringback/express';
import { verify, webhook, webhookRouter } from 'ringback/node';
import { describeFramework } from './support/cases.js';
import { authToken, makeEndpoints } from './support/endpoints.js';
import type { RunningFramework } from './support/framework.js';
import { listen, makeReport } from './support/listen.js';

describeFramework({
  name: 'node:http',
  rawUrls: true,
  streams: true,
  onNode: true,
  verifies: true,
  start() {
    const { rejections, report } = makeReport();
    const endpoints = makeEndpoints({ webhook, router: webhookRouter }, report);
    const verified = verify({ authToken, onRejected: ({ code, message }) => report(code, message) });
    return listen((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path !== '/verified') return void endpoints[path]?.(request, response);
      const taken: typeof request & { twilio?: unknown } = request;
      return void verified(taken as never, response, () => response.end(JSON.stringify(taken.twilio)));
    }, rejections);
  },
});

describeFramework({
  name: 'connect',
  rawUrls: true,
  streams: true,
  onNode: true,
  verifies: true,
  errors: 599,
  start() {
    const { rejections, report } = makeReport();
    const app = connect();
    for (const [path, handler] of Object.entries(makeEndpoints({ webhook, router: webhookRouter }, report))) app.use(path, handler);
    app.use('/verified', verify({ authToken, onRejected: ({ code, message }) => report(code, message) }));
    app.use('/verified', (request: connect.IncomingMessage & { twilio?: unknown }, response) =>
      response.end(JSON.stringify(request.twilio)),
    );
    app.use(answerError);
    return listen(app, rejections);
  },
});

describeExpress('express 5', express);
describeExpress('express 4', express4);

function describeExpress(name: string, framework: typeof express): void {
  describeFramework({
    name,
    rawUrls: true,
    streams: true,
    onNode: true,
    verifies: true,
    parsed: 'recovered',
    errors: 599,
    advice: 'express.raw({ type: () => true })',
    start: () => startExpress(framework),
  });
}

function startExpress(framework: typeof express): Promise<RunningFramework> {
  const { rejections, report } = makeReport();
  const app = framework();
  const endpoints = makeEndpoints({ webhook: webhookExpress, router: routerExpress }, report);
  const { '/plain': plain, ...others } = endpoints;
  if (plain === undefined) throw new Error('There is no /plain');
  // Under a router, whose mount path Express cuts off the URL.
  const mounted = framework.Router();
  mounted.all('/', plain);
  app.use('/plain', mounted);
  for (const [path, handler] of Object.entries(others)) app.all(path, handler);
  app.post('/parsed', framework.urlencoded({ extended: false }), plain);
  app.post('/parsed-json', framework.json(), plain);
  app.post('/nested', framework.urlencoded({ extended: true }), plain);
  app.post('/consumed', readBody, plain);
  app.all('/verified', verifyExpress({ authToken, onRejected: ({ code, message }) => report(code, message) }), (request, response) => {
    response.json(request.twilio);
  });
  app.use((_request, response) => void response.send('next'));
  app.use(answerError);
  return listen(app, rejections);
}

function readBody(request: Request, _response: Response, next: NextFunction): void {
  request.resume().on('end', () => next());
}

/** The error handler of an application. */
function answerError(_error: unknown, _request: unknown, response: ServerResponse, _next: unknown): void {
  response.writeHead(599).end();
}
