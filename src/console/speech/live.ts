import { signal } from '@preact/signals';
import { decodeMuLaw } from '../../emulator/audio/mu-law.js';
import type { SoundNotice } from '../../emulator/control/protocol.js';
import { type Microphone, openMicrophone } from '../audio/microphone.js';
import { Player } from '../audio/player.js';
import { Uplink } from '../audio/uplink.js';
import { fromBase64, toBase64 } from '../parts/files.js';
import { say } from '../state/notices.js';
import { send } from '../wire/command.js';

/** A call into which the microphone goes as it hears, and whose sound is played here. */
export interface Live {
  readonly callSid: string;
  /** Whether the browser has given the microphone. */
  readonly isOpen: boolean;
  readonly isMuted: boolean;
  /** How many frames of 20 ms were left out, because the way to the emulator is too slow. */
  readonly late: number;
}

/** One person has one microphone: there is one such call at a time. Nothing but somebody's own wish begins it. */
export const live = signal<Live | undefined>(undefined);

/** How loud the microphone and the telephone are, from 0 to 1. */
export const spokenLevel = signal(0);
export const heardLevel = signal(0);

const LEVEL_MS = 100;

/** Ends what was begun last. */
let end: () => void = () => undefined;

/** Begins to talk live in a call; another one ends. */
export async function startLive(callSid: string): Promise<void> {
  end();
  const isCurrent = () => live.peek()?.callSid === callSid && end === stop;
  const parts: (() => void)[] = [];
  const stop = () => {
    for (const part of parts.splice(0)) part();
    end = () => undefined;
    live.value = undefined;
    spokenLevel.value = 0;
    heardLevel.value = 0;
  };
  end = stop;
  live.value = { callSid, isOpen: false, isMuted: false, late: 0 };
  try {
    const microphone = await openMicrophone(takeInto(callSid));
    if (!isCurrent()) return microphone.close();
    parts.push(() => microphone.close(), followMute(microphone), hear(callSid, stop));
    change({ isOpen: true });
  } catch (error) {
    if (isCurrent()) stop();
    say('bad', (error as Error).message);
  }
}

export function stopLive(): void {
  end();
}

export function toggleMute(): void {
  if (live.value?.isOpen === true) change({ isMuted: !live.value.isMuted });
}

function change(changes: Partial<Live>): void {
  if (live.value !== undefined) live.value = { ...live.value, ...changes };
}

/** What is done with each frame of the microphone. */
function takeInto(callSid: string): (frame: Uint8Array) => void {
  const uplink = new Uplink(async (bytes) => {
    const isSent = (await send({ do: 'stream', callSid, base64: toBase64(bytes) })) !== undefined;
    if (!isSent && live.peek()?.callSid === callSid) stopLive();
    return isSent;
  });
  return (frame) => {
    const current = live.peek();
    if (current?.callSid !== callSid || !current.isOpen) return;
    spokenLevel.value = current.isMuted ? 0 : peakOf(frame);
    const late = current.isMuted ? 0 : uplink.put(frame);
    if (late > 0) change({ late: current.late + late });
  };
}

function followMute(microphone: Microphone): () => void {
  return live.subscribe((state) => microphone.mute(state?.isMuted ?? true));
}

/** Plays what the telephone hears. */
function hear(callSid: string, ended: () => void): () => void {
  const player = new Player();
  const source = new EventSource(`/control/calls/${callSid}/sound`);
  source.onmessage = ({ data }: MessageEvent<string>) => player.play(fromBase64((JSON.parse(data) as SoundNotice).base64));
  source.addEventListener('cut', () => player.cut());
  source.addEventListener('end', ended);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) ended();
  };
  const timer = setInterval(() => {
    heardLevel.value = player.level;
  }, LEVEL_MS);
  return () => {
    clearInterval(timer);
    source.close();
    player.close();
  };
}

function peakOf(frame: Uint8Array): number {
  return decodeMuLaw(frame).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0) / 0x8000;
}
