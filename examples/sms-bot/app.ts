// A bot that books appointments by text: it keeps a conversation over several messages, confirms, reminds, and knows what became of each
// reminder.
import express, { type Express } from 'express';
import { messagingResponse } from 'ringback';
import { webhook } from 'ringback/express';
import { compareStatus } from 'ringback/payloads';
import { IncomingMessage, MessageStatusCallback } from 'ringback/payloads/messaging';
import { answer } from './conversation.ts';
import type { Store } from './store.ts';

export interface Settings {
  /** Of the Twilio account; `TWILIO_AUTH_TOKEN` where it is left out. */
  readonly authToken?: string | undefined;
  /** Where Twilio reaches the application, such as `https://example.com`. */
  readonly publicUrl?: string | undefined;
  readonly store: Store;
}

export function createApp({ authToken, publicUrl, store }: Settings): Express {
  const options = { authToken, publicUrl };
  const app = express();

  app.post(
    '/sms',
    webhook(IncomingMessage, options, ({ From, Body, OptOutType }) => {
      // Twilio itself answers STOP, START and HELP, where Advanced Opt-Out is on.
      if (OptOutType !== undefined) return null;
      const { reply, state, booked } = answer(Body, store.conversations.get(From));
      if (state === undefined) store.conversations.delete(From);
      else store.conversations.set(From, state);
      if (booked !== undefined) store.appointments.set(From, booked);
      return messagingResponse().message(reply);
    }),
  );

  // Twilio may tell of "delivered" before it tells of "sent".
  app.post(
    '/status',
    webhook(MessageStatusCallback, options, ({ MessageSid, MessageStatus, ErrorCode }) => {
      const known = store.reminders.get(MessageSid);
      const isLater = known === undefined || (compareStatus(MessageStatus, known.status) ?? 0) > 0;
      if (isLater) store.reminders.set(MessageSid, { status: MessageStatus, errorCode: ErrorCode });
    }),
  );

  return app;
}
