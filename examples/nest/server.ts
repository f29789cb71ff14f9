import 'reflect-metadata';
import { Controller, Module, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { messagingResponse } from 'ringback';
import { TwilioPayload, twilioGuard, twilioReply } from 'ringback/nest';
import { IncomingMessage } from 'ringback/payloads/messaging';

@Controller('sms')
@UseGuards(twilioGuard({ publicUrl: process.env.PUBLIC_URL }))
class SmsController {
  @Post()
  @UseInterceptors(twilioReply(IncomingMessage))
  receive(@TwilioPayload(IncomingMessage) message: IncomingMessage) {
    return messagingResponse().message(`You said ${message.Body}`);
  }
}

@Module({ controllers: [SmsController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { rawBody: true });
await app.listen(Number(process.env.PORT), '127.0.0.1');
