import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CallState } from '../../../emulator/control/protocol.js';
import { Icon, type IconName } from '../../parts/icon.js';
import { wordsOf } from '../../state/fold.js';
import { hearing } from '../../state/hearing.js';
import { inputsOf } from '../../state/inputs.js';
import type { Heard } from '../../state/types.js';

type Line =
  | { readonly at: number; readonly heard: Heard }
  | { readonly at: number; readonly keys: string }
  | { readonly at: number; readonly speech: string };

const ICONS: Readonly<Partial<Record<Heard['type'], IconName>>> = {
  play: 'sound',
  music: 'sound',
  beep: 'bolt',
  tones: 'keypad',
  hangup: 'hangUp',
  speech: 'people',
};

/** What is heard and said on a call, the newest below, read out as it comes. */
export function Captions({ call }: { readonly call: CallState }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const lines = linesOf(call);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  });
  return (
    <div ref={box} class="captions scrolls" role="log" aria-label="What is said" tabIndex={0}>
      {lines.length === 0 && <p class="captions-none">Nothing is heard yet.</p>}
      {lines.map((line, index) => (
        <Caption key={index} line={line} />
      ))}
    </div>
  );
}

function Caption({ line }: { readonly line: Line }): JSX.Element {
  if ('keys' in line)
    return (
      <p class="caption caption-own">
        <span class="unseen">You press </span>
        {[...line.keys].map((key, index) => (
          <kbd key={index}>{key}</kbd>
        ))}
      </p>
    );
  if ('speech' in line)
    return (
      <p class="caption caption-own">
        <span class="unseen">You: </span>
        {line.speech}
      </p>
    );
  const { type, seconds, cut } = line.heard;
  const icon = ICONS[type];
  const isSpoken = type === 'say' || type === 'apology' || type === 'unavailable' || type === 'speech';
  return (
    <p class={`caption caption-${type}${seconds === undefined ? ' caption-now' : ''}${isSpoken ? '' : ' caption-sound'}`}>
      {icon !== undefined && <Icon name={icon} size={13} />}
      <span>{wordsOf(line.heard)}</span>
      {cut === true && <span class="caption-cut">cut off</span>}
    </p>
  );
}

/** What was heard and said, in its order; keys that follow one another are one line. */
export function linesOf(call: CallState): readonly Line[] {
  const current = hearing.current.value.get(call.sid);
  const known = current !== undefined && call.heard.some(({ at }) => at === current.at);
  const heard = call.heard.map((sound) => (current?.at === sound.at && sound.seconds === undefined ? current : sound));
  const sounds = [...heard, ...(current === undefined || known ? [] : [current])].filter(({ type }) => type !== 'silence');
  // What a key brought about begins at the same moment: the key comes first.
  const lines: Line[] = inputsOf(call.sid).map(({ at, key, speech }) =>
    key === undefined ? { at, speech: speech ?? '' } : { at, keys: key },
  );
  lines.push(...sounds.map((sound) => ({ at: sound.at, heard: sound })));
  lines.sort((one, other) => one.at - other.at);
  return lines.reduce<Line[]>((joined, line) => {
    const before = joined.at(-1);
    if (before !== undefined && 'keys' in before && 'keys' in line)
      joined[joined.length - 1] = { at: before.at, keys: before.keys + line.keys };
    else joined.push(line);
    return joined;
  }, []);
}
