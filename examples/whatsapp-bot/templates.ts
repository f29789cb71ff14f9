import type { Twilio } from 'twilio';
import type { Templates } from './outbox.ts';

const MENU = {
  friendlyName: 'bot-menu',
  language: 'en',
  variables: { 1: 'there' },
  types: {
    'twilio/quick-reply': {
      body: 'Hello {{1}}, what can I do for you?',
      actions: [
        { type: 'QUICK_REPLY', title: 'Track an order', id: 'track' },
        { type: 'QUICK_REPLY', title: 'Find a shop', id: 'shop' },
        { type: 'QUICK_REPLY', title: 'Something broke', id: 'broken' },
      ],
    },
  },
};

const ORDER = {
  friendlyName: 'bot-order',
  language: 'en',
  variables: { 1: '12345', 2: 'on its way' },
  types: { 'twilio/text': { body: 'Your order {{1}} is {{2}}.' } },
};

/** Makes the templates of the bot, once for an account. WhatsApp must approve `order` afterwards; the menu only ever answers. */
export async function createTemplates(client: Twilio): Promise<Templates> {
  // The API takes these names of types; the client's own declarations have others.
  const create = async (template: object) => (await client.content.v1.contents.create(template as never)).sid;
  return { menu: await create(MENU), order: await create(ORDER) };
}
