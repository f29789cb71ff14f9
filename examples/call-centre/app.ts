// A call centre without a console: customers wait in a queue or ask to be called back, and agents take them by calling a number of their own.
import Fastify, { type FastifyInstance } from 'fastify';
import { voiceResponse } from 'ringback';
import { rawBodies, webhook, webhookRouter } from 'ringback/fastify';
import { DialQueueResult, DialResult, EnqueueResult, EnqueueWait, GatherResult, IncomingCall, QueueWhisper } from 'ringback/payloads/voice';
import type { Desk } from './desk.ts';

export interface Settings {
  /** Of the Twilio account; `TWILIO_AUTH_TOKEN` where it is left out. */
  readonly authToken?: string | undefined;
  /** Where Twilio reaches the application, such as `https://example.com`. */
  readonly publicUrl?: string | undefined;
  /** The number that customers call, and that calls them back. */
  readonly customerNumber: string;
  readonly desk: Desk;
}

const QUEUE = 'support';

/** How long an agent without a caller waits before we look again, in seconds. */
const PAUSE = 10;

export function createApp({ authToken, publicUrl, customerNumber, desk }: Settings): FastifyInstance {
  const options = { authToken, publicUrl };
  const app = Fastify();

  app.register(async (scope) => {
    // Signatures cover the body as it came.
    await scope.register(rawBodies);

    scope.post(
      '/voice',
      webhook(IncomingCall, options, () =>
        voiceResponse().say('Welcome to support.').enqueue({ action: '/left', waitUrl: '/wait' }, QUEUE),
      ),
    );

    // Twilio asks again whenever what is heard while waiting has come to its end.
    scope.post(
      '/wait',
      webhook(EnqueueWait, options, ({ QueuePosition }) =>
        voiceResponse().gather({ action: '/wait-choice', numDigits: 1, timeout: 20 }, (gather) =>
          gather.say(`You are number ${QueuePosition} in the queue. Press 1 to be called back instead.`),
        ),
      ),
    );

    scope.post(
      '/wait-choice',
      webhook(GatherResult, options, ({ Digits }) => (Digits === '1' ? voiceResponse().leave() : voiceResponse().redirect('/wait'))),
    );

    scope.post(
      '/left',
      webhook(EnqueueResult, options, ({ CallSid, From, QueueResult, QueueTime = 0 }) => {
        desk.note({ callSid: CallSid, from: From, result: QueueResult, seconds: QueueTime });
        if (QueueResult !== 'leave') return voiceResponse().hangup();
        desk.askForCallback(From);
        return voiceResponse().say('We will call you back. Goodbye.').hangup();
      }),
    );

    const next = () => {
      const customer = desk.takeCallback();
      if (customer === undefined) return voiceResponse().dial({ action: '/next' }, (dial) => dial.queue({ url: '/connecting' }, QUEUE));
      return voiceResponse()
        .say('You are calling somebody back.')
        .dial({ action: '/next', callerId: customerNumber, timeout: 20 }, customer);
    };

    scope.post(
      '/agent',
      webhook(IncomingCall, options, ({ From }) => {
        const agent = desk.agents.get(From);
        if (agent === undefined) return voiceResponse().reject();
        return voiceResponse().say(`Hello ${agent}.`).redirect('/next');
      }),
    );

    // What the customer hears before the two are connected.
    scope.post(
      '/connecting',
      webhook(QueueWhisper, options, () => voiceResponse().say('You are being connected.')),
    );

    // After each customer, and when nobody was there: the next one. The agent ends it by hanging up.
    const goOn = ({ DialCallStatus }: Pick<DialResult, 'DialCallStatus'>) =>
      DialCallStatus === 'completed' ? next() : voiceResponse().say('Nobody is waiting.').pause({ length: PAUSE }).redirect('/next');
    scope.post(
      '/next',
      // A <Redirect> sends what an incoming call does.
      webhookRouter(options).on(DialQueueResult, goOn).on(DialResult, goOn).on(IncomingCall, next),
    );
  });

  return app;
}
