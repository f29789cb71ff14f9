import { createServer } from 'node:http';
import { Pool } from 'pg';
import { webhookRouter } from 'ringback/node';
import { MessageStatusCallback } from 'ringback/payloads/messaging';
import { CallStatusCallback } from 'ringback/payloads/voice';
import { keepStatus } from './statuses.js';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', console.error);

const answer = webhookRouter({ publicUrl: process.env.PUBLIC_URL })
  .on(MessageStatusCallback, ({ MessageSid, MessageStatus }, { parameters }) => keepStatus(pool, MessageSid, MessageStatus, parameters))
  .on(CallStatusCallback, ({ CallSid, CallStatus }, { parameters }) => keepStatus(pool, CallSid, CallStatus, parameters));

createServer(answer).listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
