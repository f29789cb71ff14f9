import { makeAborter } from '../webhook/deadline.js';
import { readResponse } from '../webhook/plain-reply.js';
import { makeReply, type WebhookSchema } from '../webhook/reply.js';
import type { NestContext } from './context.js';
import { pickSchema } from './pick-schema.js';
import { prepareResponse } from './platform.js';

/** What is used of an observable, as the methods of controllers become. */
export interface Observed {
  subscribe(observer: Observer): unknown;
}

interface Observer {
  next(value: unknown): void;
  error(error: unknown): void;
  complete(): void;
}

/** An interceptor of Nest's. */
export interface TwilioReply {
  intercept<Handled extends Observed>(context: NestContext, next: { handle(): Handled }): Handled;
}

/**
 * An interceptor that sends what the method of a controller returned as Twilio wants it: a document as XML with a 200, nothing as the empty
 * document or a 204, JSON as the schema's reply says. A document of another family is an error and is not sent.
 *
 * It stands before a method: `@UseInterceptors(twilioReply(IncomingMessage))`. Where several kinds come to one URL, a list has the schema of
 * each, and the kind of the request decides.
 */
export function twilioReply(schema: WebhookSchema | readonly WebhookSchema[]): TwilioReply {
  return {
    intercept: (context, next) =>
      replaceValue(next.handle(), async (value) => {
        const picked = 'expects' in schema ? schema : pickSchema(schema, context);
        if (picked === undefined) throw new TypeError('The webhook is of none of the kinds that twilioReply() was given');
        const reply = makeReply(value, picked);
        return prepareResponse(context, reply.response === undefined ? reply : await readResponse(reply.response, makeAborter()));
      }),
  };
}

/** Replaces the one value of an observable. The new one is made by the class of the old, so that nothing of rxjs is imported. */
function replaceValue<Source extends Observed>(source: Source, replace: (value: unknown) => Promise<unknown>): Source {
  const Observable = source.constructor as new (subscribe: (subscriber: Observer) => unknown) => Source;
  return new Observable((subscriber) => {
    let last: unknown;
    return source.subscribe({
      next(value) {
        last = value;
      },
      error: (error) => subscriber.error(error),
      complete() {
        replace(last).then(
          (value) => {
            subscriber.next(value);
            subscriber.complete();
          },
          (error) => subscriber.error(error),
        );
      },
    });
  });
}
