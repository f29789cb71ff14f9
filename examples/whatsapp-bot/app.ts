// A bot on WhatsApp: it offers buttons, tells where an order is, takes photos of what arrived broken, and names the nearest shop.
import { Hono } from 'hono';
import { messagingResponse } from 'ringback';
import { compareStatus } from 'ringback/payloads';
import { IncomingMessage, MessageStatusCallback } from 'ringback/payloads/messaging';
import { webhook } from 'ringback/webhook';
import type { Outbox } from './outbox.ts';
import { findNearest } from './shops.ts';

export interface Settings {
  /** Of the Twilio account; `TWILIO_AUTH_TOKEN` where it is left out. */
  readonly authToken?: string | undefined;
  /** Where Twilio reaches the application, such as `https://example.com`. */
  readonly publicUrl?: string | undefined;
  /** Sends what is no plain answer, such as buttons. */
  readonly outbox: Outbox;
  readonly orders: ReadonlyMap<string, string>;
  /** Is told of each photo, and who sent it. */
  readonly keepPhoto: (from: string, url: string) => Promise<void>;
}

export function createApp({ authToken, publicUrl, outbox, orders, keepPhoto }: Settings): Hono {
  const options = { authToken, publicUrl };
  const say = (text: string) => messagingResponse().message(text);

  const answer = webhook(IncomingMessage, options, async (message) => {
    const { From, Body, ProfileName = 'there', ButtonPayload, Latitude, Longitude, Media } = message;
    if (ButtonPayload === 'track') return say('What is the number of your order?');
    if (ButtonPayload === 'shop') return say('Please share your location with me.');
    if (ButtonPayload === 'broken') return say('I am sorry. Please send me a photo of it.');
    if (Latitude !== undefined && Longitude !== undefined) return say(`Our nearest shop: ${findNearest(Latitude, Longitude)}.`);
    const photos = Media.filter(({ ContentType }) => ContentType?.startsWith('image/'));
    if (photos.length > 0) {
      for (const { Url } of photos) await keepPhoto(From, Url);
      return say('Thank you. A colleague will look at it today.');
    }
    const [number = ''] = /\b\d{5}\b/.exec(Body) ?? [];
    if (number !== '') return say(orders.has(number) ? `Order ${number} is ${orders.get(number)}.` : `I know of no order ${number}.`);
    await outbox.sendMenu(From, ProfileName);
    return null;
  });

  // How far what we sent has come: on WhatsApp up to "read".
  const noteStatus = webhook(MessageStatusCallback, options, ({ MessageSid, MessageStatus }) => {
    const known = outbox.statuses.get(MessageSid);
    if (known === undefined || (compareStatus(MessageStatus, known) ?? 0) > 0) outbox.statuses.set(MessageSid, MessageStatus);
  });

  const app = new Hono();
  app.post('/whatsapp', (context) => answer(context.req.raw));
  app.post('/status', (context) => noteStatus(context.req.raw));
  return app;
}
