import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Recorder, startRecorder } from '../audio/recorder.js';
import { Button } from '../parts/button.js';
import { readBase64, toBase64 } from '../parts/files.js';
import { say } from '../state/notices.js';
import { send } from '../wire/command.js';
import { RecognitionButton } from './recognition-button.js';

interface SoundToolsProps {
  readonly callSid: string;
  readonly hasKeys: boolean;
  /** What was recognised; it is shown before it is said. */
  readonly onWords: (words: string) => void;
}

/** Sound into a call: a file, the microphone while a button or the space bar is held, and the browser's own recognition. */
export function SoundTools({ callSid, hasKeys, onWords }: SoundToolsProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const play = async (file: Blob) => void (await send({ do: 'play', callSid, base64: await readBase64(file) }));
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".wav,.ulaw,audio/wav"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) void play(file);
          currentTarget.value = '';
        }}
      />
      <Button icon="wave" label="Play a WAV into the call" look="bare" onPress={() => input.current?.click()} />
      {canRecord() && <TalkButton callSid={callSid} hasKeys={hasKeys} />}
      <RecognitionButton onWords={onWords} />
    </>
  );
}

function canRecord(): boolean {
  return 'mediaDevices' in navigator && 'AudioWorkletNode' in globalThis;
}

/** Held down, it records; let go, it plays what was recorded into the call. */
function TalkButton({ callSid, hasKeys }: { readonly callSid: string; readonly hasKeys: boolean }): JSX.Element {
  const isOn = useSignal(false);
  const recorder = useRef<Promise<Recorder> | undefined>(undefined);
  const begin = () => {
    if (recorder.current !== undefined) return;
    isOn.value = true;
    recorder.current = startRecorder();
    recorder.current.catch((error: Error) => {
      recorder.current = undefined;
      isOn.value = false;
      say('bad', `The microphone cannot be used: ${error.message}`);
    });
  };
  const end = async () => {
    const started = recorder.current;
    if (started === undefined) return;
    recorder.current = undefined;
    isOn.value = false;
    const wav = await (await started).stop();
    await send({ do: 'play', callSid, base64: toBase64(wav) });
  };
  useEffect(() => {
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
      label={isOn.value ? 'Stop, and play it into the call' : 'Record with the microphone, for media streams'}
      keys="Space"
      look={isOn.value ? 'bad' : 'bare'}
      pressed={isOn.value}
      onPress={() => (isOn.value ? void end() : begin())}
    />
  );
}
