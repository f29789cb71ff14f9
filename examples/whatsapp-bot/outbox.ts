import type { Twilio } from 'twilio';

export interface OutboxSettings {
  /** Our sender, such as `whatsapp:+12015550123`. */
  readonly from: string;
  /** Where Twilio reaches the application. */
  readonly publicUrl: string;
  /** The templates, as `createTemplates` has made them. */
  readonly templates: Templates;
}

export interface Templates {
  /** Greets, and has three buttons. */
  readonly menu: string;
  /** Tells of an order. WhatsApp has to approve it, because it may come more than a day after the person has written last. */
  readonly order: string;
}

/** Sends what no answer to a webhook can: templates, with buttons and at any time. */
export class Outbox {
  /** How far each message has come, by its SID. */
  readonly statuses = new Map<string, string>();
  readonly #client: Twilio;
  readonly #settings: OutboxSettings;

  constructor(client: Twilio, settings: OutboxSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  sendMenu(to: string, name: string): Promise<void> {
    return this.#send(to, this.#settings.templates.menu, { 1: name });
  }

  sendOrder(to: string, order: string, state: string): Promise<void> {
    return this.#send(to, this.#settings.templates.order, { 1: order, 2: state });
  }

  async #send(to: string, contentSid: string, variables: Readonly<Record<number, string>>): Promise<void> {
    const { from, publicUrl } = this.#settings;
    const contentVariables = JSON.stringify(variables);
    const { sid, status } = await this.#client.messages.create({
      to,
      from,
      contentSid,
      contentVariables,
      statusCallback: `${publicUrl}/status`,
    });
    // A callback may have been faster.
    if (!this.statuses.has(sid)) this.statuses.set(sid, status);
  }
}
