import type { JSX } from 'preact';

/** Outlines on a grid of 16 by 16. */
const PATHS = {
  phone: 'M4 2h2l1.2 3-1.6 1.2a8 8 0 0 0 4.2 4.2L11 8.8l3 1.2v2a2 2 0 0 1-2.2 2A11.5 11.5 0 0 1 2 4.2 2 2 0 0 1 4 2z',
  hangUp: 'M2 9.6c3.2-3.6 8.8-3.6 12 0l-1.6 1.8-2.4-1V8.6a7.5 7.5 0 0 0-4 0v1.8l-2.4 1L2 9.6z',
  timeline: 'M2.5 4h5M4.5 8h8M7.5 12h6',
  wave: 'M2 8h1M5 5v6M8 2.5v11M11 5v6M13 8h1',
  alert: 'M8 2 14.5 13.5h-13zM8 6.5v3M8 11.6v.1',
  sliders: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M9 3v3M4.5 10v3',
  message: 'M2.5 3h11v8h-6l-3 2.5V11h-2z',
  play: 'M5 3v10l8-5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  forward: 'M3 3.5v9L9 8zM9 3.5v9L14.5 8z',
  replay: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.3 4.5l2.2 2.2',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14',
  diff: 'M5 2.5v6M2 5.5h6M2.5 13h5M9.5 13.5l4-11',
  list: 'M6 4.5h7.5M6 8h7.5M6 11.5h7.5M2.7 4.5h.1M2.7 8h.1M2.7 11.5h.1',
  down: 'M4 6l4 4 4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  check: 'M3 8.5l3.3 3.3L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  mic: 'M8 2a2 2 0 0 0-2 2v4a2 2 0 0 0 4 0V4a2 2 0 0 0-2-2zM3.5 8a4.5 4.5 0 0 0 9 0M8 12.5V14',
  micOff: 'M6 6v2a2 2 0 0 0 3.4 1.4M10 7V4a2 2 0 0 0-3.8-.8M3.5 8a4.5 4.5 0 0 0 7.5 3.4M12.4 9a4.5 4.5 0 0 0 .1-1M8 12.5V14M2.5 2.5l11 11',
  live: 'M8 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM5 5a4.2 4.2 0 0 0 0 6M11 5a4.2 4.2 0 0 1 0 6M2.8 2.8a7.3 7.3 0 0 0 0 10.4M13.2 2.8a7.3 7.3 0 0 1 0 10.4',
  sound: 'M2.5 6v4H5l3.5 3V3L5 6zM11 5.5a3.5 3.5 0 0 1 0 5M13 3.5a6.3 6.3 0 0 1 0 9',
  mute: 'M2.5 6v4H5l3.5 3V3L5 6zM11 6l3 4M14 6l-3 4',
  keypad: 'M4 4h.1M8 4h.1M12 4h.1M4 8h.1M8 8h.1M12 8h.1M4 12h.1M8 12h.1M12 12h.1',
  plus: 'M8 3v10M3 8h10',
  out: 'M3 8h10M9 4l4 4-4 4',
  in: 'M13 8H3M7 4 3 8l4 4',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z',
  system: 'M2.5 3h11v8h-11zM6 13.5h4',
  help: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.6.2-.8.6-.8 1.2M8 11.3v.1',
  download: 'M8 2.5v7.5M4.5 7 8 10.5 11.5 7M3 13.5h10',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3l2 1.5',
  send: 'M2.5 8 13.5 3l-3 10.5-3-4zM7.5 9.5 13.5 3',
  attach: 'M12.5 7.5 8 12a2.8 2.8 0 0 1-4-4l5-5a1.9 1.9 0 0 1 2.7 2.7l-5 5a.9.9 0 0 1-1.3-1.3L10 5',
  dot: 'M8 6.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z',
  shield: 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4z',
  bolt: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  test: 'M6 2v4l-3.5 6a1.3 1.3 0 0 0 1.1 2h8.8a1.3 1.3 0 0 0 1.1-2L10 6V2M5 2h6M4.7 9.5h6.6',
  people:
    'M6 3.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM2 13c0-2.2 1.8-3.7 4-3.7S10 10.8 10 13M10.5 3.8a2 2 0 0 1 0 3.8M11.5 9.5c1.5.4 2.5 1.7 2.5 3.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, or one that a button's label explains: it is never read out. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
