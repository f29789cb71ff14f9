import 'reflect-metadata';
import { All, Controller, Module, Post, Req, Res, UseGuards, UseInterceptors } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { messagingResponse, voiceResponse } from 'ringback';
import { type NodeRequest, type NodeResponse, TwilioPayload, twilioGuard, twilioReply, webhookRouter } from 'ringback/nest';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { CallStatusCallback, IncomingCall } from 'ringback/payloads/voice';

const options = { publicUrl: process.env.PUBLIC_URL };

@Controller('sms')
@UseGuards(twilioGuard(options))
class SmsController {
  @Post()
  @UseInterceptors(twilioReply(IncomingMessage))
  receive(@TwilioPayload(IncomingMessage) message: IncomingMessage) {
    return messagingResponse().message(`You said ${message.Body}`);
  }
}

@Controller('voice')
class VoiceController {
  private readonly calls = webhookRouter(options)
    .on(IncomingCall, ({ From }) => voiceResponse().say(`Hello ${From}`))
    .on(CallStatusCallback, ({ CallStatus }) => console.log(CallStatus));

  @All()
  answer(@Req() request: NodeRequest, @Res() response: NodeResponse) {
    return this.calls(request, response);
  }
}

@Module({ controllers: [SmsController, VoiceController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { rawBody: true });
await app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
