// An application of NestJS with all that `ringback/nest` has, on whichever version of NestJS it is given.
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as common from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { messagingResponse, voiceResponse } from 'ringback';
import {
  type NodeRequest,
  type NodeResponse,
  TwilioPayload,
  type TwilioRequest,
  twilioGuard,
  twilioReply,
  verify,
  webhook,
  webhookRouter,
} from 'ringback/nest';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { CallStatusCallback, IncomingCall } from 'ringback/payloads/voice';
import { makeEndpoints } from './endpoints.js';
import type { RunningFramework } from './framework.js';
import { makeReport } from './listen.js';
import { authToken } from './requests.js';

/** What is used of NestJS. */
export interface Nest {
  readonly common: typeof common;
  readonly NestFactory: typeof NestFactory;
  readonly FastifyAdapter: typeof FastifyAdapter;
}

/** The versions, the newest first. Those of old have folders of their own, since their packages find one another by name. */
export const versions: readonly (readonly [name: string, nest: Nest])[] = [
  ['NestJS 12', { common, NestFactory, FastifyAdapter }],
  ['NestJS 11', loadNest('nest-11')],
  ['NestJS 10', loadNest('nest-10')],
  ['NestJS 9', loadNest('nest-9')],
];

function loadNest(folder: string): Nest {
  const require = createRequire(join(import.meta.dirname, '..', folder, 'package.json'));
  return {
    common: require('@nestjs/common'),
    NestFactory: require('@nestjs/core').NestFactory,
    FastifyAdapter: require('@nestjs/platform-fastify').FastifyAdapter,
  };
}

interface NestRequest {
  readonly twilio?: TwilioRequest;
  readonly raw?: { readonly twilio?: TwilioRequest };
}

/** Hears of refusals. */
type Report = (code: string, text: string) => void;

function makeControllers({ common }: Nest, report: Report) {
  const { All, Controller, Get, Post, Req, Res, UseGuards, UseInterceptors } = common;
  const options = { authToken, onRejected: ({ code, message }: { code: string; message: string }) => report(code, message) };

  @Controller('guarded')
  @UseGuards(twilioGuard(options))
  class GuardedController {
    @Post('message')
    @UseInterceptors(twilioReply(IncomingMessage))
    receive(@TwilioPayload(IncomingMessage) { Body, Media }: IncomingMessage) {
      if (Body === 'throw') throw new Error('secret detail');
      if (Body === 'wrong') return voiceResponse();
      if (Body === 'later') return new Response('later', { status: 429, headers: { 'x-own': 'yes' } });
      return Body === 'nothing' ? null : messagingResponse().message(`You said ${Body}, ${Media.length} pictures`);
    }

    @Post('status')
    @UseInterceptors(twilioReply(CallStatusCallback))
    told(@TwilioPayload(CallStatusCallback) { CallDuration }: CallStatusCallback) {
      if (CallDuration !== 10) throw new Error('The duration is no number');
    }

    @Post('several')
    @UseInterceptors(twilioReply([IncomingMessage, CallStatusCallback]))
    several(@TwilioPayload([IncomingMessage, CallStatusCallback]) payload: IncomingMessage | CallStatusCallback) {
      return 'Body' in payload ? messagingResponse().message(`You said ${payload.Body}`) : undefined;
    }

    @Get('who')
    who(@Req() request: NestRequest) {
      return request.twilio;
    }
  }

  @Controller('calls')
  class CallsController {
    private readonly calls = webhookRouter(options)
      .on(IncomingCall, { query: { mode: 'throw' } }, () => {
        throw new Error('secret detail');
      })
      .on(IncomingCall, ({ From }, { platform: [request] }) => voiceResponse().say(`${From} for ${request.params.name}`))
      .on(CallStatusCallback, () => undefined);

    @All(':name')
    answer(@Req() request: NodeRequest, @Res() response: NodeResponse) {
      return this.calls(request, response);
    }
  }

  @Controller()
  class VerifiedController {
    @Post('verified')
    verified(@Req() request: NestRequest) {
      return request.twilio ?? request.raw?.twilio;
    }
  }

  return [GuardedController, CallsController, VerifiedController];
}

/** Starts it on Express or on Fastify. */
export async function startNest(nest: Nest, platform: 'express' | 'fastify', rawBody = true): Promise<RunningFramework> {
  const { rejections, report } = makeReport();
  const endpoints = makeEndpoints({ webhook, router: webhookRouter }, report);

  @nest.common.Module({ controllers: makeControllers(nest, report) })
  class AppModule {
    configure(consumer: common.MiddlewareConsumer) {
      for (const [path, handler] of Object.entries(endpoints)) consumer.apply(handler).forRoutes(path);
      consumer.apply(verify({ authToken, onRejected: ({ code, message }) => report(code, message) })).forRoutes('verified');
    }
  }

  const settings = { rawBody, logger: false } as const;
  const app =
    platform === 'express'
      ? await nest.NestFactory.create<NestExpressApplication>(AppModule, settings)
      : await nest.NestFactory.create<NestFastifyApplication>(AppModule, new nest.FastifyAdapter(), settings);
  await app.listen(0, '127.0.0.1');
  return { origin: (await app.getUrl()).replace('[::1]', '127.0.0.1'), rejections, stop: () => app.close() };
}
