import worklet from './capture.js?worker&url';

/** A microphone that is open. */
export interface Microphone {
  /** While it is muted, no sound leaves the browser's own part of it. */
  mute(isMuted: boolean): void;
  close(): void;
}

/**
 * Opens the microphone. The sound stays on this machine.
 *
 * @param take - Is handed each 20 ms, as 160 bytes of mu-law.
 * @throws Error that says what to do, where the browser or its user refuses.
 */
export async function openMicrophone(take: (frame: Uint8Array) => void): Promise<Microphone> {
  const stream = await askForStream();
  const context = new AudioContext();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(worklet);
    const node = new AudioWorkletNode(context, 'capture');
    node.port.onmessage = ({ data }: MessageEvent<Uint8Array>) => take(data);
    context.createMediaStreamSource(stream).connect(node);
  } catch (error) {
    close();
    throw error;
  }
  return {
    mute: (isMuted) => {
      for (const track of stream.getAudioTracks()) track.enabled = !isMuted;
    },
    close,
  };
}

async function askForStream(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) throw new Error('A browser has a microphone only for pages of this machine, as at 127.0.0.1.');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 } });
  } catch (error) {
    const { name, message } = error as Error;
    throw new Error(REFUSALS[name] ?? `The microphone cannot be used: ${message}`);
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  NotAllowedError: 'This page may not use the microphone. Allow it beside the address of the page, and try again.',
  NotFoundError: 'There is no microphone that this browser knows of.',
  NotReadableError: 'The microphone is not free: another program has it, or the system does not let the browser have it.',
};
