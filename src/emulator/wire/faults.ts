/** What goes wrong on the way to the application. */
export interface AppFault {
  /** How long the answer takes longer, in milliseconds of the clock. */
  readonly delayMs?: number | undefined;
  /** Answers with this status instead of asking the application. */
  readonly status?: number | undefined;
  /** `true`: the connection breaks off before the answer; `'refused'`: nobody listens, and the application sees nothing. */
  readonly drop?: true | 'refused' | undefined;
}

/** What goes wrong on sockets on the way to the application. What is sent always comes in order. */
export interface SocketFaults {
  /** How late a message comes at most, in milliseconds of the clock. @default 0 */
  readonly jitterMs?: number | undefined;
  /** How likely 20 ms of the caller's sound are lost, from 0 to 1: the timestamps of a media stream show the gap. @default 0 */
  readonly loss?: number | undefined;
  /** How likely a message is held up by `stallMs`, and all later ones with it, from 0 to 1. @default 0 */
  readonly stalls?: number | undefined;
  /** @default 500 */
  readonly stallMs?: number | undefined;
}

/** What goes wrong, so that one can see what an application makes of it. */
export interface Faults {
  /** How likely a callback comes twice, from 0 to 1. @default 0 */
  readonly repeats?: number | undefined;
  /** How likely a callback is overtaken by later ones, from 0 to 1. @default 0 */
  readonly disorder?: number | undefined;
  /** How likely a callback is lost, from 0 to 1. @default 0 */
  readonly gaps?: number | undefined;
  /** How long a callback takes at most before it is sent, in milliseconds of the clock. @default 0 */
  readonly delayMs?: number | undefined;
  /** What happens to requests of both lanes, and to upgrades; a function decides for each. */
  readonly app?: AppFault | ((request: Request) => AppFault | undefined) | undefined;
  /** What happens on the sockets of voice agents. */
  readonly sockets?: SocketFaults | undefined;
}
