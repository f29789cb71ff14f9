import { assertType, expectTypeOf, test } from 'vitest';
import { CallStatusCallback, IncomingCall, IncomingMessage, type MessageMedia } from '../../src/payloads/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { webhook, webhookRouter } from '../../src/webhook/index.js';

test('the payload is typed by its schema', () => {
  webhook(IncomingMessage, (message, context) => {
    expectTypeOf(message).toEqualTypeOf<IncomingMessage>();
    expectTypeOf(message.Media).toEqualTypeOf<readonly MessageMedia[]>();
    expectTypeOf(message.NumMedia).toEqualTypeOf<number>();
    expectTypeOf(context.query).toEqualTypeOf<URLSearchParams>();
    // @ts-expect-error -- there is no such field
    assertType(message.Bdoy);
    return null;
  });
});

test('a reply of the wrong family does not compile', () => {
  webhook(IncomingMessage, () => messagingResponse());
  webhook(IncomingMessage, async () => new Response());
  webhook(IncomingCall, ({ From }) => (From === 'anonymous' ? voiceResponse().reject() : voiceResponse().say('Hello.')));
  // @ts-expect-error -- a message is not answered by a voice document
  webhook(IncomingMessage, () => voiceResponse());
  // @ts-expect-error -- nor by text
  webhook(IncomingMessage, () => 'Hello');
  // @ts-expect-error -- nor by forgetting to return
  webhook(IncomingMessage, () => {});
  // @ts-expect-error -- what is only told is not answered by a document
  webhook(CallStatusCallback, () => voiceResponse());
});

test('nothing is returned to what is only told', () => {
  webhook(CallStatusCallback, () => {});
  webhook(CallStatusCallback, async ({ CallDuration }) => {
    expectTypeOf(CallDuration).toEqualTypeOf<number | undefined>();
  });
});

test('a router takes one schema or several', () => {
  webhookRouter()
    .on(IncomingMessage, () => null)
    .on([IncomingCall], (call) => voiceResponse().say(call.From))
    .otherwise(() => undefined);
  // @ts-expect-error -- a misspelt option
  webhookRouter({ authTokn: 'x' });
});
