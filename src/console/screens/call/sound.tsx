import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CallState } from '../../../emulator/control/protocol.js';
import { readWav, type Wave } from '../../audio/read-wav.js';
import { Icon } from '../../parts/icon.js';
import { isOngoing } from '../../state/calls.js';
import { nameOf } from '../../state/names.js';
import { theme } from '../../state/settings.js';
import { timeline } from '../../state/timeline.js';
import { drawWave, type Mark } from './draw-wave.js';

/** How often the sound of a call that goes on is fetched anew. */
const AGAIN_MS = 2000;

/** The sound of one leg: what the person played above, what they heard below, with the marks of the stream. */
export function Sound({ leg }: { readonly leg: CallState }): JSX.Element {
  const path = `/control/calls/${leg.sid}/audio.wav`;
  const canvas = useRef<HTMLCanvasElement>(null);
  const wave = useSignal<Wave | undefined>(undefined);
  const version = useSignal(0);
  const goesOn = isOngoing(leg);
  useEffect(() => {
    const load = async () => {
      const response = await fetch(path);
      if (response.ok) wave.value = readWav(await response.arrayBuffer());
      version.value += 1;
    };
    void load();
    if (!goesOn) return undefined;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [path, goesOn]);
  const marks = marksOf(leg);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || wave.value === undefined) return undefined;
    const draw = () => drawWave(element, wave.value as Wave, marks);
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [wave.value, theme.value, marks.length]);
  const seconds = wave.value === undefined ? 0 : wave.value.length / wave.value.rate;
  return (
    <section class="sound">
      <header class="sound-head">
        <h3>Sound of {nameOf(leg.phone ?? leg.from)}</h3>
        <a class="button button-plain" href={path} download={`${leg.sid}.wav`}>
          <Icon name="download" />
          <span>WAV</span>
        </a>
      </header>
      <canvas
        ref={canvas}
        class="wave"
        role="img"
        aria-label={`Wave of ${seconds.toFixed(1)} seconds: the person above, the application below`}
      />
      {/* Nobody has written what is said in it: the steps below are the words. */}
      <audio class="player" controls preload="none" src={goesOn ? undefined : path} />
    </section>
  );
}

/** Where the application has set marks, and where it cleared what was to be played. */
function marksOf({ sid, answeredAt, createdAt }: CallState): readonly Mark[] {
  const start = answeredAt ?? createdAt;
  const entries = timeline.groups.ofCall(sid)?.entries ?? [];
  return entries.flatMap(({ frames = [] }) =>
    frames
      .filter((event) => event.callSid === sid)
      .flatMap(({ at, from, frame }) => {
        const { event } = (typeof frame === 'object' && frame !== null ? frame : {}) as { readonly event?: unknown };
        const isMark = event === 'clear' || (event === 'mark' && from === 'twilio');
        return isMark ? [{ seconds: (at - start) / 1000, kind: event }] : [];
      }),
  );
}
