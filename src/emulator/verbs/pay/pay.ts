import type { TwimlNode } from '../../../twiml/node.js';
import { Interruption } from '../../calls/scope.js';
import { orFarewell } from '../farewell.js';
import { pause } from '../pause.js';
import { play } from '../play.js';
import { actionOf, elementsIn, readFlag, readInteger, readList } from '../read.js';
import { say } from '../say.js';
import { sound, speakingMs } from '../sound.js';
import { tell } from '../tell.js';
import type { Verb, VerbContext } from '../verb.js';
import { describeFailure, ENTRIES, type Entry, type EntryName, findEntryError, showEntry, USUAL_CARDS } from './entries.js';
import { PROCESSING_MS, settle } from './receipt.js';

/** What came of a payment when the caller failed too often. */
const GAVE_UP = 'too-many-failed-attempts';

const PROCESSING = 'Thank you. Your payment is being processed.';

/** Takes a payment by keys, and asks the application with what came of it; the digits themselves never reach it. */
export const pay: Verb = {
  tag: 'Pay',
  async run(context) {
    const payment = new Payment(context);
    const ask = (parameters: Record<string, string>) => ({ go: actionOf(context, 'voice.pay', parameters) });
    const parameters = await orFarewell(
      context,
      () => payment.run(),
      () => ask(payment.result('caller-hung-up')),
    );
    const { payGivesUp } = context.leg.world.settings.deviations;
    return parameters.Result === GAVE_UP && payGivesUp === 'next-verb' ? undefined : ask(parameters);
  },
};

/** What a caller keyed in; `undefined`: nothing in time. `*` ends the payment. */
type Keyed = string | undefined;

/** What ends a payment before everything is there. */
interface Failure {
  readonly result: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

class Payment {
  readonly #context: VerbContext;
  readonly #isBank: boolean;
  /** What was captured, as the application may see it. */
  readonly #data: Record<string, string>;
  #card: string | undefined;

  constructor(context: VerbContext) {
    this.#context = context;
    const { paymentMethod, bankAccountType } = context.node.attributes;
    this.#isBank = paymentMethod === 'ach-debit';
    this.#data = {
      PaymentMethod: this.#isBank ? 'ach-debit' : 'credit-card',
      ...(this.#isBank && { BankAccountType: bankAccountType ?? 'consumer-checking' }),
    };
  }

  async run(): Promise<Record<string, string>> {
    for (const name of this.#names()) {
      const problem = await this.#ask(ENTRIES[name]);
      if (problem !== undefined) return { ...this.result(problem.result), ...problem.parameters };
    }
    this.#tell('payment-processing', 1);
    await this.#speak('payment-processing', 1, PROCESSING);
    await this.#context.scope.sleep(PROCESSING_MS);
    const { leg, node } = this.#context;
    return { ...this.#data, ...settle(leg.world, { card: this.#card, chargeAmount: node.attributes.chargeAmount }) };
  }

  result(result: string): Record<string, string> {
    return { Result: result, ...this.#data };
  }

  #names(): readonly EntryName[] {
    if (this.#isBank) return ['bank-routing-number', 'bank-account-number'];
    const { node } = this.#context;
    const { postalCode } = node.attributes;
    // The postal code itself may stand there.
    const asksForPlace = postalCode === undefined || readFlag(node, 'postalCode', false);
    return [
      'payment-card-number',
      'expiration-date',
      ...(readFlag(node, 'securityCode', true) ? (['security-code'] as const) : []),
      ...(asksForPlace ? (['postal-code'] as const) : []),
    ];
  }

  /** Asks until the entry is right. Returns what ends the payment. */
  async #ask(entry: Entry): Promise<Failure | undefined> {
    const { node, leg } = this.#context;
    const more = leg.world.settings.deviations.payAttempts === 'retries' && node.attributes.maxAttempts !== undefined ? 1 : 0;
    const attempts = readInteger(node, 'maxAttempts', 1, 1, 3) + more;
    let error: string | undefined;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      this.#tell(entry.name, attempt);
      const keyed = await this.#listen(entry, attempt, error);
      if (keyed?.includes('*')) return { result: 'caller-interrupted-with-star' };
      error = findEntryError(entry, keyed, readList(node, 'validCardTypes', USUAL_CARDS));
      if (error === undefined) {
        if (entry.name === 'payment-card-number') this.#card = keyed;
        Object.assign(this.#data, showEntry(entry, keyed ?? ''));
        return undefined;
      }
      this.#tell(entry.name, attempt, error);
    }
    return { result: GAVE_UP, parameters: { PaymentError: describeFailure(entry, error ?? entry.error) } };
  }

  /** Takes keys until `#`, or until none came for too long. The first key cuts off the words. */
  async #listen(entry: Entry, attempt: number, error: string | undefined): Promise<Keyed> {
    const { leg, scope, node } = this.#context;
    const { clock } = leg.world;
    const timeoutMs = readInteger(node, 'timeout', 5, 1) * 1000;
    const prompts = scope.child();
    try {
      return await scope.wait<Keyed>((resolve, reject) => {
        let digits = '';
        const finish = () => resolve(digits === '' ? undefined : digits);
        let timer = { cancel: () => undefined as void };
        const restart = () => {
          timer.cancel();
          timer = clock.after(timeoutMs, finish);
        };
        const stop = leg.line.listen({
          key: (key) => {
            prompts.end('over');
            if (key !== '#') digits += key;
            if (key === '*' || key === '#') finish();
            else restart();
          },
        });
        this.#speak(entry.name, attempt, entry.words, error, prompts).then(restart, (failure: unknown) => {
          if (!(failure instanceof Interruption)) reject(failure);
        });
        return () => {
          stop();
          timer.cancel();
        };
      });
    } finally {
      prompts.end('over');
    }
  }

  /** Says the words of the document for a step, or Twilio's. */
  async #speak(name: string, attempt: number, words: string, error?: string, scope = this.#context.scope): Promise<void> {
    const { leg, node } = this.#context;
    const prompt = elementsIn(node).find((one) => one.tag === 'Prompt' && isFor(one, name, attempt, error));
    if (prompt === undefined) return sound(leg, scope, { type: 'say', text: words }, speakingMs(leg, words));
    for (const child of elementsIn(prompt)) {
      const verb = [say, play, pause].find(({ tag }) => tag === child.tag);
      await verb?.run({ ...this.#context, node: child, scope });
    }
  }

  #tell(name: string, attempt: number, error?: string): void {
    const { leg, node } = this.#context;
    const parameters = {
      AccountSid: leg.world.settings.accountSid,
      CallSid: leg.sid,
      For: name,
      Attempt: String(attempt),
      ...(error !== undefined && { ErrorType: error }),
      ...this.#data,
    };
    tell(this.#context, node, { kind: 'voice.pay.status', parameters });
  }
}

/** Whether words are for this step, this attempt and what went wrong before it. */
function isFor(prompt: TwimlNode, name: string, attempt: number, error: string | undefined): boolean {
  const { errorType } = prompt.attributes;
  const errors = errorType === undefined ? undefined : readList(prompt, 'errorType', []);
  const meant = error === 'input-timeout' ? 'timeout' : error;
  return (
    prompt.attributes.for === name &&
    readList(prompt, 'attempt', [String(attempt)]).includes(String(attempt)) &&
    (errors === undefined || (meant !== undefined && errors.includes(meant)))
  );
}
