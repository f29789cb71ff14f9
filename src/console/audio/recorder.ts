import worklet from './capture.js?worker&url';
import { writeTelephoneWav } from './write-wav.js';

/** A recording that goes on. */
export interface Recorder {
  /** Ends it. @returns What was recorded, as a WAV of a telephone's quality. */
  stop(): Promise<Uint8Array>;
}

/** Records with the microphone. The sound stays on this machine. @throws Error where the browser or its user refuses. */
export async function startRecorder(): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 } });
  const context = new AudioContext();
  await context.audioWorklet.addModule(worklet);
  const node = new AudioWorkletNode(context, 'capture');
  const parts: Float32Array[] = [];
  node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => parts.push(data);
  context.createMediaStreamSource(stream).connect(node);
  return {
    stop: async () => {
      for (const track of stream.getTracks()) track.stop();
      const { sampleRate } = context;
      await context.close();
      return writeTelephoneWav(join(parts), sampleRate);
    },
  };
}

function join(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
