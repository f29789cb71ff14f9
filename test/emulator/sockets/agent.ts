// An application with a voice agent in this process: what Twilio sends it, and what it sends.
import { type AppSocket, createEmulator, type Emulator, type EmulatorOptions, type Phone } from '../../../src/emulator/index.js';

export type Frame = Readonly<Record<string, unknown>> & {
  readonly type?: string;
  readonly event?: string;
  readonly streamSid?: string;
  readonly media?: { readonly track: string; readonly chunk: string; readonly timestamp: string; readonly payload: string };
  readonly mark?: { readonly name: string };
};

export interface Agent {
  readonly twilio: Emulator;
  readonly ada: Phone;
  /** All frames that came, in order. */
  readonly frames: readonly Frame[];
  /** The signed upgrades that were asked for. */
  readonly upgrades: readonly Request[];
  /** How each socket was closed. */
  readonly ends: readonly number[];
  /** The parameters of each request but the first. */
  readonly requests: readonly Record<string, string>[];
  send(frame: object | string | Uint8Array): void;
  close(code?: number): void;
  /** Resolves when a frame has come that fits, looking at each frame once. */
  until(fits: (frame: Frame) => boolean): Promise<Frame>;
}

export interface AgentOptions extends Partial<EmulatorOptions> {
  /** What it answers each frame by. */
  readonly reply?: (frame: Frame, send: (frame: object | string) => void) => void;
  /** What it answers later requests with. */
  readonly done?: string;
}

export function startAgent(
  twiml: string,
  { reply, done = '<Response><Say>After the talk</Say></Response>', ...options }: AgentOptions = {},
): Agent {
  const frames: Frame[] = [];
  const upgrades: Request[] = [];
  const ends: number[] = [];
  const requests: Record<string, string>[] = [];
  let link: AppSocket | undefined;
  let position = 0;
  let watch: () => void = () => undefined;
  const send = (frame: object | string | Uint8Array) =>
    link?.send(typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame));
  const twilio = createEmulator({
    app: {
      fetch: async (request) => {
        const isFirst = new URL(request.url).pathname === '/voice';
        if (!isFirst) requests.push(Object.fromEntries(new URLSearchParams(await request.text())));
        return new Response(isFirst ? twiml : done, { headers: { 'content-type': 'text/xml' } });
      },
      socket: (socket, request) => {
        link = socket;
        upgrades.push(request);
        socket.addEventListener('message', ({ data }) => {
          const frame = JSON.parse(data) as Frame;
          frames.push(frame);
          reply?.(frame, send);
          watch();
        });
        socket.addEventListener('close', ({ code }) => ends.push(code));
      },
    },
    numbers: { '+15550001111': { voiceUrl: '/voice' } },
    seed: 1,
    ...options,
  });
  const until = (fits: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No such frame; there were ${JSON.stringify(frames.slice(-5))}`)), 10_000);
      watch = () => {
        for (; position < frames.length; position += 1) {
          const frame = frames[position] as Frame;
          if (!fits(frame)) continue;
          position += 1;
          watch = () => undefined;
          clearTimeout(timer);
          resolve(frame);
          return;
        }
      };
      watch();
    });
  return { twilio, ada: twilio.phone('+14155550100'), frames, upgrades, ends, requests, send, close: (code) => link?.close(code), until };
}

export const relay = (attributes = '', inner = ''): string =>
  `<Response><Connect action="/done"><ConversationRelay url="wss://app.example/relay" ${attributes}>${inner}</ConversationRelay></Connect></Response>`;

/** What stands before an action, a stream or a relay is of no interest to most tests. */
export const ofType =
  (type: string) =>
  (frame: Frame): boolean =>
    frame.type === type || frame.event === type;
