import type { Leg } from '../../calls/leg.js';
import { Interruption } from '../../calls/scope.js';
import type { Timer } from '../../clock/clock.js';
import { sendCallback } from '../../wire/callbacks.js';
import { ENTRIES, type Entry, type EntryName, findEntryError, showEntry } from './entries.js';
import { PROCESSING_MS, settle } from './receipt.js';

/** What a payment over the REST API is started with. */
export interface PaymentOptions {
  readonly method: 'credit-card' | 'ach-debit';
  readonly bankAccountType: string | undefined;
  readonly chargeAmount: string | undefined;
  readonly connector: string;
  readonly tokenType: string;
  /** What has to be captured, in this order. */
  readonly required: readonly EntryName[];
  readonly timeoutMs: number;
  readonly cardTypes: readonly string[];
}

/**
 * A payment that an agent leads by the REST API: the caller keys in one thing after the other, and every digit is told, masked. The agent
 * hears none of the keys. https://www.twilio.com/docs/voice/api/payment-resource
 */
export class PaymentSession {
  readonly sid: string;
  readonly leg: Leg;
  readonly createdAt: number;
  updatedAt: number;
  readonly #options: PaymentOptions;
  /** What was captured, as the application may see it. */
  readonly #data: Record<string, string> = {};
  readonly #missing: Set<EntryName>;
  #card: string | undefined;
  #callback: string;
  #isOver = false;
  #stopListening: () => void = () => undefined;

  constructor(leg: Leg, options: PaymentOptions, callback: string) {
    const { chance, clock } = leg.world;
    this.leg = leg;
    this.sid = chance.sid('PK');
    this.createdAt = clock.now;
    this.updatedAt = clock.now;
    this.#options = options;
    this.#missing = new Set(options.required);
    this.#callback = callback;
    this.#tell('voice.payment', this.#begun());
    leg.scope
      .wait(() => () => this.#finish({ Result: 'caller-hung-up' }))
      .catch((error: unknown) => {
        if (!(error instanceof Interruption)) throw error;
      });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether all is there that a payment needs. */
  get isComplete(): boolean {
    return this.#missing.size === 0;
  }

  /** Lets the caller key in one thing. What was asked for before is not waited for any more. */
  capture(name: EntryName, callback: string): void {
    this.#touch(callback);
    const entry = ENTRIES[name];
    this.#stopListening();
    if (name === 'security-code' && this.#missing.has('payment-card-number')) {
      this.#tellCapture(entry, { ErrorType: 'invalid-card-number-security-code-capture-sequence', PartialResult: 'false' });
      return;
    }
    delete this.#data[entry.parameter];
    if (this.#options.required.includes(name)) this.#missing.add(name);
    this.#tellCapture(entry, { PartialResult: 'true' });
    this.#listen(entry);
  }

  /** Hands everything to the payment platform. */
  complete(callback: string): void {
    this.#touch(callback);
    this.#stopListening();
    const { clock } = this.leg.world;
    if (!this.isComplete) {
      this.#finish({ Result: 'validation-error', PaymentError: `Required: ${this.#required()}` });
      return;
    }
    clock.after(PROCESSING_MS, () => this.#finish(settle(this.leg.world, { card: this.#card, chargeAmount: this.#options.chargeAmount })));
  }

  /** Gives the payment up. */
  cancel(callback: string): void {
    this.#touch(callback);
    this.#finish({ Result: this.leg.world.settings.deviations.canceledPayment });
  }

  #touch(callback: string): void {
    this.#callback = callback;
    this.updatedAt = this.leg.world.clock.now;
  }

  /** Takes keys until `#`, or until none came for too long. */
  #listen(entry: Entry): void {
    const { line, world } = this.leg;
    let digits = '';
    let timer: Timer | undefined;
    const stop = line.listen({
      key: (key) => {
        if (key === '*') return this.#finish({ Result: 'caller-interrupted-with-star' });
        if (key === '#') return finish();
        digits += key;
        this.#tellCapture(entry, { [entry.parameter]: entry.isSecret ? 'x'.repeat(digits.length) : digits, PartialResult: 'true' });
        restart();
      },
    });
    const finish = () => {
      this.#stopListening();
      this.#take(entry, digits === '' ? undefined : digits);
    };
    const restart = () => {
      timer?.cancel();
      timer = world.clock.after(this.#options.timeoutMs, finish);
    };
    restart();
    this.#stopListening = () => {
      stop();
      timer?.cancel();
    };
  }

  #take(entry: Entry, digits: string | undefined): void {
    this.updatedAt = this.leg.world.clock.now;
    const error = findEntryError(entry, digits, this.#options.cardTypes);
    if (error === undefined) {
      if (entry.name === 'payment-card-number') this.#card = digits;
      Object.assign(this.#data, showEntry(entry, digits ?? ''));
      this.#missing.delete(entry.name);
    }
    this.#tellCapture(entry, { PartialResult: 'false', ...(error !== undefined && { ErrorType: error }) });
  }

  #finish(result: Readonly<Record<string, string>>): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopListening();
    this.updatedAt = this.leg.world.clock.now;
    this.#tell('voice.payment.complete', { ...this.#begun(), DateUpdated: writeDate(this.updatedAt), ...this.#data, ...result });
  }

  #tellCapture(entry: Entry, more: Readonly<Record<string, string>>): void {
    this.#tell('voice.payment.update', {
      ...this.#begun(),
      DateUpdated: writeDate(this.leg.world.clock.now),
      ...this.#data,
      Capture: entry.name,
      Required: this.#required(),
      ...more,
    });
  }

  #required(): string {
    return this.#options.required.filter((name) => this.#missing.has(name)).join(',');
  }

  /** What every report has. */
  #begun(): Record<string, string> {
    const { method, bankAccountType, chargeAmount, connector, tokenType } = this.#options;
    const isCharge = Number(chargeAmount ?? 0) > 0;
    return {
      AccountSid: this.leg.world.settings.accountSid,
      CallSid: this.leg.sid,
      Sid: this.sid,
      DateCreated: writeDate(this.createdAt),
      PaymentConnector: connector,
      PaymentMethod: method,
      ...(isCharge ? { ChargeAmount: chargeAmount ?? '' } : { TokenType: tokenType }),
      ...(bankAccountType !== undefined && { BankAccountType: bankAccountType }),
    };
  }

  #tell(kind: 'voice.payment' | 'voice.payment.update' | 'voice.payment.complete', parameters: Readonly<Record<string, string>>): void {
    const { world, sid, jar } = this.leg;
    sendCallback({ kind, url: this.#callback, method: 'POST', parameters, callSid: sid, jar }, world);
  }
}

function writeDate(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}
