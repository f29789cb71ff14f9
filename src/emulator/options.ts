import type { FetchHandler } from '../delivery/fetch-transport.js';
import type { PersonOptions } from './calls/person.js';
import type { Deviations } from './deviations.js';
import type { Duration } from './duration.js';
import type { MessagingServiceSettings } from './messages/messaging-service.js';
import type { ApplicationSettings, NumberSettings, SipDomainSettings } from './numbers.js';
import type { Faults } from './wire/faults.js';

/** Where the URLs of an application lead. */
export type App = FetchApp | ListenerApp | ServerApp | UrlApp;

/**
 * What handles the requests of a Node server, such as an Express application. It is served on a port of this machine from the first request on,
 * and until the emulator closes: what reads a request by Node's own classes needs a real one.
 */
export interface ListenerApp {
  readonly listener: NodeListener;
}

/** A request listener of Node's `http`, or anything that is one, such as an Express application. */
export type NodeListener = (request: never, response: never) => unknown;

/** A server of Node's `http`. One that does not listen yet listens on a port of this machine until the emulator closes. */
export interface ServerApp {
  readonly server: HttpServer;
}

/** What is used of an `http.Server`. */
export interface HttpServer {
  readonly listening: boolean;
  listen(port: number, host: string, listening: () => void): unknown;
  address(): { readonly port: number } | string | null;
}

/** A server that runs. */
export interface UrlApp {
  /** Its base URL, such as `http://127.0.0.1:3000`. Other machines need `allowRemote`. */
  readonly url: string;
}

/** A web-standard handler, called in this process. */
export interface FetchApp {
  readonly fetch: FetchHandler;
  /** Takes the sockets of voice agents: the other end of each, and the signed upgrade that asked for it. */
  readonly socket?: ((socket: AppSocket, request: Request) => void) | undefined;
}

/** One end of a WebSocket, as a browser has it. */
export interface AppSocket {
  /** 1 while it is open, 3 when it is closed. */
  readonly readyState: number;
  send(data: string | Uint8Array): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: 'message', listener: (event: { readonly type: string; readonly data: string }) => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly type: string; readonly code: number; readonly reason: string }) => void,
  ): void;
}

/** How an emulator is set up. */
export interface EmulatorOptions {
  /** The application that the public URL leads to, where there is one. Its `wss:` and its media are led there too. */
  readonly app?: App | undefined;
  /** Several applications, by the origins of their public URLs, such as `https://a.example`. */
  readonly apps?: Readonly<Record<string, App>> | undefined;
  /** What Twilio would call and sign; relative URLs of `numbers` start there. @default the URL of `app: { url }`, else 'https://app.example' */
  readonly publicUrl?: string | undefined;
  /** Our numbers and senders, by address; a text is short for `voiceUrl` and `smsUrl`. */
  readonly numbers?: Readonly<Record<string, NumberSettings | string>> | undefined;
  /** TwiML applications, by SID. */
  readonly applications?: Readonly<Record<string, ApplicationSettings>> | undefined;
  /** SIP domains, by name, such as `example.sip.twilio.com`. */
  readonly sipDomains?: Readonly<Record<string, SipDomainSettings>> | undefined;
  /** Messaging Services, by SID. */
  readonly messagingServices?: Readonly<Record<string, MessagingServiceSettings>> | undefined;
  /** The queues that there are from the start, by name. */
  readonly queues?: Readonly<Record<string, { readonly maxSize?: number | undefined }>> | undefined;
  /** The account's debugger webhook: told of every error and warning. */
  readonly debuggerUrl?: string | undefined;
  /** @default the environment's `TWILIO_ACCOUNT_SID`, else a made-up one */
  readonly accountSid?: string | undefined;
  /** What signs. @default the environment's `TWILIO_AUTH_TOKEN`, else the test token of `ringback/testing` */
  readonly authToken?: string | undefined;
  /**
   * How time passes. `'virtual'`: only while somebody waits and nothing is under way, and then by jumps, so that ten minutes on hold take no
   * time. `'manual'`: by `advance()` alone. `'real'`: as in the world. `'steered'`: as in the world, until it is paused or moved on.
   * @default 'virtual'
   */
  readonly clock?: 'virtual' | 'manual' | 'real' | 'steered' | undefined;
  /** Where the clock starts. @default the time at which the emulator is made */
  readonly now?: Date | number | string | undefined;
  /** Decides SIDs, places and all chance: equal seeds give equal runs. @default 0 */
  readonly seed?: number | string | undefined;
  /** What goes wrong on purpose. */
  readonly faults?: Faults | undefined;
  /** Whether a finding of severity `error` makes the next step of the test fail. @default true */
  readonly strict?: boolean | undefined;
  /** What to do where Twilio's behaviour is not known, or its sources disagree: `DEVIATIONS` lists it all. @default the first value of each */
  readonly deviations?: Partial<Deviations> | undefined;
  /** Numbers that are none of `numbers`, and may be the `callerId` of a `<Dial>` all the same, because they were verified. */
  readonly verifiedCallerIds?: readonly string[] | undefined;
  /**
   * What becomes of calls to numbers that nobody made a phone for; a function makes the phone. One of `numbers` with a `voiceUrl` is no stranger:
   * what answers there is asked. @default they ring, and nobody answers
   */
  readonly strangers?:
    | 'no-answer'
    | 'busy'
    | 'unreachable'
    | { readonly answersAfter: Duration }
    | ((address: string) => PersonOptions)
    | undefined;
  /**
   * How much of what has happened is kept: that many events, webhooks and findings, that many calls, conferences, recordings and messages that
   * are over, for each call that many sounds that were heard, and pieces of sound of media streams, and for each telephone that many texts. The
   * oldest go first, and a few more are there in between. What is under way stays, and so does a `Call` that a test holds. @default all
   */
  readonly keep?: number | undefined;
  /** Whether the connections to `app: { url }` are kept and used again, instead of one for each request. @default false */
  readonly keepAlive?: boolean | undefined;
  /** Whether URLs that lead to other machines are asked too. @default false */
  readonly allowRemote?: boolean | undefined;
}
