import { Call } from './call.js';
import { type CallOptions, placeIncomingCall } from './calls/incoming-call.js';
import type { Leg } from './calls/leg.js';
import { answersAfter, type PersonOptions } from './calls/person.js';
import { readDuration } from './duration.js';
import { EmulatorError } from './emulator-error.js';
import { CALL, checkNames, DELIVERY, TEXT } from './known-names.js';
import type { Delivery } from './messages/delivery.js';
import { Inbox } from './messages/inbox.js';
import type { TextOptions } from './messages/incoming.js';
import type { Message } from './messages/message.js';
import { stepOf } from './step.js';
import type { World } from './world.js';

/** How long to wait for a call where nothing else is said. */
const WITHIN = 60_000;

/** A person's telephone. It can have several calls at once: another one rings while the person is on the first. */
export class Phone {
  /** E.164, `client:name` or `sip:user@host`; of messages also `whatsapp:+…` and so on. */
  readonly address: string;
  /** @internal */
  readonly legs: Leg[] = [];
  /** @internal */
  person: PersonOptions;
  readonly #world: World;
  readonly #inbox: Inbox;
  readonly #calls = new Map<Leg, Call>();
  readonly #ringing = new Set<Leg>();
  readonly #answering = new Map<Leg, () => void>();
  readonly #watchers = new Set<() => void>();
  #delivery: Delivery = {};

  /** @internal */
  constructor(world: World, address: string, person: PersonOptions) {
    this.#world = world;
    this.address = address;
    this.person = person;
    this.#inbox = new Inbox(world, address);
  }

  /** What becomes of texts to it. @default they are delivered, unless the telephone is `off`, `unreachable` or a `landline` */
  get delivery(): Delivery {
    return this.#delivery;
  }

  set delivery(delivery: Delivery) {
    checkNames(delivery, DELIVERY, 'delivery');
    this.#delivery = delivery;
  }

  /** Every call of this telephone, from dialling or ringing on, the newest last. */
  get calls(): readonly Call[] {
    return this.legs.map((leg) => this.#callOf(leg));
  }

  /**
   * Calls one of our numbers, SIP domains or applications.
   *
   * @returns The call, when it is answered, or has ended without: look at its `status`.
   * @throws EmulatorError `EMULATOR_UNKNOWN_NUMBER` when nobody of ours has that address; `EMULATOR_BUSY_LINE` where `is` says that this
   * telephone is busy or off.
   */
  call(to: string, options: CallOptions = {}): Promise<Call> {
    checkNames(options, CALL, 'phone.call()');
    return stepOf(this.#world, async () => {
      const { is } = this.person;
      if (is === 'busy' || is === 'off') throw new EmulatorError('EMULATOR_BUSY_LINE', `${this.address} is ${is}, and cannot call.`);
      const leg = placeIncomingCall(this.#world, { ...options, from: this.address, to, phone: this });
      await this.#world.clock.wait(leg.until(() => leg.isAnswered));
      return this.#callOf(leg);
    });
  }

  /** Waits until this telephone rings. @throws EmulatorError `EMULATOR_NO_CALL` when it does not within a minute of the clock. */
  incoming(): Promise<Call> {
    return stepOf(this.#world, async () => {
      const leg = this.#takeRinging() ?? (await this.#world.clock.wait(this.#untilRinging()));
      return this.#callOf(leg);
    });
  }

  /** Every text of this telephone that was written or has arrived, the newest last. */
  get messages(): readonly Message[] {
    return this.#inbox.messages;
  }

  /**
   * Writes to one of our numbers or senders: the prefix of its address, such as `whatsapp:`, is that of the channel.
   *
   * @returns The text, when the application has answered and what it sends has arrived; with `clock: 'manual'` when it has answered.
   * @throws EmulatorError when nobody of ours has that address.
   */
  text(to: string, body: string, options: TextOptions = {}): Promise<Message> {
    checkNames(options, TEXT, 'phone.text()');
    return stepOf(this.#world, () => this.#inbox.write(to, body, options));
  }

  /**
   * Takes the first text that was not taken yet and that contains a text, or that a regular expression matches; waits for one, where none is there.
   *
   * @throws EmulatorError `EMULATOR_NO_CALL` when none comes within a minute of the clock.
   */
  receive(pattern?: string | RegExp): Promise<Message> {
    return stepOf(this.#world, () => this.#inbox.receive(pattern));
  }

  /** @internal Writes, and waits for nothing. */
  send(to: string, body: string, options: TextOptions): Message {
    return this.#inbox.send(to, body, options).message;
  }

  /** @internal It rings: the person answers by themselves, or a test does. */
  ring(leg: Leg): void {
    this.#ringing.add(leg);
    for (const watcher of [...this.#watchers]) watcher();
    const stop = leg.watch(() => {
      if (leg.status === 'ringing') return;
      this.#ringing.delete(leg);
      this.ignore(leg);
      stop();
    });
    const ms = answersAfter(this.person, readDuration);
    if (ms === undefined) return;
    const timer = this.#world.clock.after(ms, () => this.answer(leg));
    this.#answering.set(leg, () => timer.cancel());
  }

  /** @internal */
  answer(leg: Leg): void {
    if (leg.status === 'ringing') leg.answer();
  }

  /** @internal */
  ignore(leg: Leg): void {
    this.#answering.get(leg)?.();
    this.#answering.delete(leg);
  }

  /** @internal The call is over, and is not kept any more. */
  forget(leg: Leg): void {
    const index = this.legs.indexOf(leg);
    if (index >= 0) this.legs.splice(index, 1);
    this.#calls.delete(leg);
  }

  #callOf(leg: Leg): Call {
    const known = this.#calls.get(leg) ?? new Call(leg);
    this.#calls.set(leg, known);
    return known;
  }

  #takeRinging(): Leg | undefined {
    for (const leg of this.#ringing) {
      this.#ringing.delete(leg);
      if (leg.status === 'ringing') return leg;
    }
    return undefined;
  }

  #untilRinging(): Promise<Leg> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        this.#watchers.delete(look);
        timer.cancel();
      };
      const look = () => {
        const leg = this.#takeRinging();
        if (leg === undefined) return;
        finish();
        resolve(leg);
      };
      this.#watchers.add(look);
      const timer = this.#world.clock.after(
        WITHIN,
        () => {
          finish();
          reject(new EmulatorError('EMULATOR_NO_CALL', `${this.address} did not ring within ${WITHIN / 1000} s of the clock.`));
        },
        'deadline',
      );
    });
  }
}
