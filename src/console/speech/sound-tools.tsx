import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Microphone, openMicrophone } from '../audio/microphone.js';
import { join } from '../audio/uplink.js';
import { Button } from '../parts/button.js';
import { toBase64 } from '../parts/files.js';
import { say } from '../state/notices.js';
import { send } from '../wire/command.js';
import { LiveButton, LiveKeys } from './live-sound.js';
import { playFile } from './play-file.js';
import { RecognitionButton } from './recognition-button.js';

interface SoundToolsProps {
  readonly callSid: string;
  readonly hasKeys: boolean;
  /** What was recognised; it is shown before it is said. */
  readonly onWords: (words: string) => void;
}

/** Sound into a call: a file, the microphone live or while a button or the space bar is held, and the browser's own recognition. */
export function SoundTools({ callSid, hasKeys, onWords }: SoundToolsProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="sound-tools" role="toolbar" aria-label="Sound">
      <input
        ref={input}
        type="file"
        accept=".wav,.ulaw,audio/wav"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void playFile(callSid, file);
          currentTarget.value = '';
        }}
      />
      <Button icon="wave" label="Play a WAV into the call" look="bare" onPress={() => input.current?.click()} />
      <TalkButton callSid={callSid} hasKeys={hasKeys} />
      <LiveButton callSid={callSid} />
      {hasKeys && <LiveKeys callSid={callSid} />}
      <RecognitionButton onWords={onWords} />
    </div>
  );
}

/** While it opens, nothing that is said is heard yet. */
type TalkState = 'off' | 'opening' | 'on';

const LABELS: Readonly<Record<TalkState, string>> = {
  off: 'Record with the microphone, for media streams',
  opening: 'The microphone opens',
  on: 'Stop, and play it into the call',
};

/** A recording that goes on. */
interface Recorder {
  readonly frames: Uint8Array[];
  readonly microphone: Promise<Microphone>;
}

/** Held down, it records; let go, it plays what was recorded into the call. */
function TalkButton({ callSid, hasKeys }: { readonly callSid: string; readonly hasKeys: boolean }): JSX.Element {
  const state = useSignal<TalkState>('off');
  const recorder = useRef<Recorder | undefined>(undefined);
  const begin = () => {
    if (recorder.current !== undefined) return;
    state.value = 'opening';
    const frames: Uint8Array[] = [];
    const begun = { frames, microphone: openMicrophone((frame) => frames.push(frame)) };
    recorder.current = begun;
    begun.microphone.then(
      () => {
        if (recorder.current === begun) state.value = 'on';
      },
      (error: Error) => {
        if (recorder.current === begun) recorder.current = undefined;
        state.value = 'off';
        say('bad', error.message);
      },
    );
  };
  const end = async () => {
    const ended = recorder.current;
    if (ended === undefined) return;
    recorder.current = undefined;
    state.value = 'off';
    const microphone = await ended.microphone.catch(() => undefined);
    microphone?.close();
    if (ended.frames.length > 0) await send({ do: 'play', callSid, base64: toBase64(join(ended.frames)) });
  };
  useLayoutEffect(() => {
    if (!hasKeys) return undefined;
    const isSpace = ({ key, target }: KeyboardEvent) => key === ' ' && (target === document.body || (target as Element).id === 'main');
    const down = (event: KeyboardEvent) => {
      if (!isSpace(event)) return;
      event.preventDefault();
      begin();
    };
    const up = ({ key }: KeyboardEvent) => {
      if (key === ' ') void end();
    };
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    return () => {
      removeEventListener('keydown', down);
      removeEventListener('keyup', up);
    };
  }, [hasKeys, callSid]);
  return (
    <Button
      icon="mic"
      label={LABELS[state.value]}
      keys="Space"
      look={state.value === 'off' ? 'bare' : 'bad'}
      pressed={state.value !== 'off'}
      onPress={() => (state.value === 'off' ? begin() : void end())}
    />
  );
}
