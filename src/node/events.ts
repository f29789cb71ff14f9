import { brokeOff, Chunks } from '../request/body.js';
import { bodyTooSlow } from '../webhook/body.js';
import { startTimer } from '../webhook/deadline.js';

/** What is used of a stream of Node's to listen to it. */
interface EventStream {
  on(event: string, listener: (value: never) => void): unknown;
  removeListener(event: string, listener: (value: never) => void): unknown;
  pause(): unknown;
  readonly aborted?: boolean | undefined;
}

/** Whether a stream can be listened to. What test clients and platforms make up may be iterable and nothing else. */
export function hasEvents(stream: object): stream is EventStream {
  return (
    'on' in stream &&
    typeof stream.on === 'function' &&
    'removeListener' in stream &&
    typeof stream.removeListener === 'function' &&
    'pause' in stream &&
    typeof stream.pause === 'function'
  );
}

/** What is used of a stream of Node's to take what it has. */
interface BufferedStream {
  readonly readableLength?: number | undefined;
  read?(): unknown;
  resume?(): unknown;
}

/**
 * Takes the body of a request where all of it is there, which costs a fraction of listening; `undefined` where it is not.
 *
 * @param length - How long the body is, as its head says and as Node makes sure.
 */
export function takeBuffered(stream: AsyncIterable<Uint8Array> & BufferedStream, length: number): Uint8Array | undefined {
  if (stream.readableLength !== length) return undefined;
  const bytes = stream.read?.();
  // The server waits for the end of the stream before it takes the request for done.
  stream.resume?.();
  if (bytes instanceof Uint8Array) return bytes;
  throw brokeOff(new TypeError('The body is a stream of something else than bytes'));
}

/**
 * Reads a stream by its events, no more of it than is allowed, and no longer: to iterate one costs several times as much. A stream that is
 * left early is paused and not destroyed, so that its socket can still say why.
 */
export function readEvents(stream: EventStream, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks = new Chunks(maxBytes);
    const leave = () => {
      stopTimer();
      stream.removeListener('data', hear);
      stream.removeListener('end', finish);
      stream.removeListener('close', refuse);
    };
    const hear = (chunk: Uint8Array) => {
      try {
        chunks.add(chunk);
      } catch (error) {
        refuse(error);
      }
    };
    const finish = () => {
      // A stream of HTTP/2 that is reset comes to its end all the same.
      if (stream.aborted === true) return refuse();
      leave();
      stream.removeListener('error', refuse);
      resolve(chunks.join());
    };
    // It still listens to errors afterwards: one that nobody hears ends the process.
    const refuse = (error?: unknown) => {
      leave();
      stream.pause();
      reject(brokeOff(error));
    };
    const stopTimer = startTimer(timeoutMs, () => refuse(bodyTooSlow(timeoutMs)));
    stream.on('error', refuse);
    stream.on('close', refuse);
    stream.on('end', finish);
    stream.on('data', hear);
  });
}
