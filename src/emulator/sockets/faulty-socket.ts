import type { World } from '../world.js';
import type { Socket, SocketListener } from './socket.js';

/** How long a stall lasts where nothing else is said. */
const STALL_MS = 500;

/** A socket on a bad way to the application: what is sent comes late by chance, or all at once after a stall, and always in order. */
export class FaultySocket implements Socket {
  readonly #socket: Socket;
  readonly #world: World;
  /** Until when the way is busy with what was sent before. */
  #busyUntil = 0;

  constructor(socket: Socket, world: World) {
    this.#socket = socket;
    this.#world = world;
  }

  get closed(): Promise<void> {
    return this.#socket.closed;
  }

  send(text: string): void {
    const { clock, chance, settings } = this.#world;
    const { jitterMs = 0, stalls = 0, stallMs = STALL_MS } = settings.faults.sockets ?? {};
    const late = (jitterMs > 0 ? chance.between(0, jitterMs, 'jitter') : 0) + (chance.happens(stalls, 'stall') ? stallMs : 0);
    this.#busyUntil = Math.max(this.#busyUntil, clock.now + late);
    this.#afterAll(() => this.#socket.send(text));
  }

  close(code?: number, reason?: string): void {
    this.#afterAll(() => this.#socket.close(code, reason));
  }

  listen(listener: SocketListener): void {
    this.#socket.listen(listener);
  }

  #afterAll(run: () => void): void {
    const { clock } = this.#world;
    if (this.#busyUntil <= clock.now) run();
    else clock.after(this.#busyUntil - clock.now, run);
  }
}
