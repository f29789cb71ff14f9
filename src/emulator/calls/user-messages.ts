import { sendCallback } from '../wire/callbacks.js';
import type { Leg } from './leg.js';

/** What a message beside the sound holds: JSON. */
export type UserMessageContent = Readonly<Record<string, unknown>> | readonly unknown[];

/** Who is told of the messages that a device sends. */
export interface UserMessageSubscription {
  readonly sid: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** Messages between the application and the Voice SDK device of a call: https://www.twilio.com/docs/voice/sdks/javascript/user-defined-messages */
export class UserMessages {
  /** What the application has sent to the device. */
  readonly received: UserMessageContent[] = [];
  readonly subscriptions = new Map<string, UserMessageSubscription>();
  readonly #leg: Leg;
  #sequence = 0;

  constructor(leg: Leg) {
    this.#leg = leg;
  }

  /** The device sends a message. */
  send(content: UserMessageContent): void {
    const { world, sid, jar } = this.#leg;
    this.#sequence += 1;
    const parameters = {
      AccountSid: world.settings.accountSid,
      CallSid: sid,
      Sid: world.chance.sid('KX'),
      Content: JSON.stringify(content),
      ContentType: 'application/json',
      SequenceNumber: String(this.#sequence),
    };
    for (const { url, method } of this.subscriptions.values())
      sendCallback({ kind: 'voice.user-defined-message', url, method, parameters, callSid: sid, jar }, world);
  }
}
