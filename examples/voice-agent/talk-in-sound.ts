import { mediaStream } from 'ringback/webhook';
import type { WebSocket } from 'ws';
import { isLoud } from './is-loud.ts';

/** Answers what the caller said with sound, piece by piece; both are mu-law of 8000 samples a second. */
export type Ear = (speech: Buffer, signal: AbortSignal) => AsyncIterable<Buffer>;

/** When the caller has been silent for so many frames, it is the agent's turn. */
const SILENT_FRAMES = 15;

/** Twenty milliseconds of mu-law. */
const FRAME_BYTES = 160;

/** Holds one conversation over a media stream. The key 0 ends it. */
export function talkInSound(socket: WebSocket, ear: Ear, report: (event: string) => void = () => undefined): void {
  let speech: Buffer[] = [];
  let silentFrames = 0;
  let answering: AbortController | undefined;

  const stream = mediaStream(socket)
    .on('media', ({ streamSid, media }) => {
      const frame = Buffer.from(media.payload, 'base64');
      if (isLoud(frame)) {
        silentFrames = 0;
        speech.push(frame);
        if (answering !== undefined) interrupt(streamSid, answering);
        return;
      }
      silentFrames += 1;
      if (silentFrames !== SILENT_FRAMES || speech.length === 0) return;
      const said = Buffer.concat(speech);
      speech = [];
      void answer(streamSid, said);
    })
    .on('dtmf', ({ dtmf }) => {
      if (dtmf.digit === '0') socket.close();
    });

  /** The caller speaks over the agent: what was sent and not heard yet is dropped. */
  function interrupt(streamSid: string, under: AbortController): void {
    under.abort();
    answering = undefined;
    stream.send({ event: 'clear', streamSid });
    report('interrupted');
  }

  async function answer(streamSid: string, said: Buffer): Promise<void> {
    answering = new AbortController();
    const { signal } = answering;
    for await (const sound of ear(said, signal)) {
      for (let at = 0; at < sound.length; at += FRAME_BYTES) {
        const payload = sound.subarray(at, at + FRAME_BYTES).toString('base64');
        if (signal.aborted || !stream.send({ event: 'media', streamSid, media: { payload } })) return;
      }
      await stream.drained();
    }
    report(await stream.waitForMark('answer'));
    if (answering?.signal === signal) answering = undefined;
  }

  stream.closed.then(() => answering?.abort());
}
