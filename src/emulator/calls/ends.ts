import { SAMPLE_RATE } from '../audio/mu-law.js';
import type { Clock, Timer } from '../clock/clock.js';
import { tonesMs } from '../verbs/play.js';
import { speakingMs } from '../verbs/sound.js';
import type { Heard } from './heard.js';
import type { Leg } from './leg.js';
import type { Speech } from './line.js';

/** Runs something, unless it is under way already. */
type Once = <Value>(run: () => Value) => Value | undefined;

/** How sure the recognition is of Twilio's own voices. */
const CONFIDENCE = 0.9;

/**
 * Makes two calls the two ends of one telephone line: what Twilio lets be heard at one comes in at the other, words as words and tones as keys.
 *
 * @returns What parts them.
 */
export function joinEnds(one: Leg, other: Leg): () => void {
  const once = makeOnce();
  const played = new WeakSet<Uint8Array>();
  one.far = other;
  other.far = one;
  const stops = [pass(one, other, once), pass(other, one, once), playOn(one, other, played), playOn(other, one, played)];
  return () => {
    for (const stop of stops) stop();
    one.far = undefined;
    other.far = undefined;
  };
}

/** Where both ends are in one conference, what comes out of the line would go into it again, for ever. */
function makeOnce(): Once {
  let isUnderWay = false;
  return (run) => {
    if (isUnderWay) return undefined;
    isUnderWay = true;
    try {
      return run();
    } finally {
      isUnderWay = false;
    }
  };
}

function pass(from: Leg, to: Leg, once: Once): () => void {
  const ends = new Map<Heard, () => void>();
  return from.ear.listen((heard) => {
    if (heard.seconds === undefined) {
      if (!ends.has(heard)) ends.set(heard, begin(from, to, heard, once));
      return;
    }
    ends.get(heard)?.();
    ends.delete(heard);
  });
}

/**
 * The sound of a media stream, which comes earlier than it is played, and may be dropped until then.
 *
 * @param played - What has come through already, by either end: it does not go round.
 */
function playOn({ tape }: Leg, { line, world: { clock } }: Leg, played: WeakSet<Uint8Array>): () => void {
  const pieces = new Set<Timer>();
  let until = 0;
  const drop = () => {
    for (const piece of pieces) piece.cancel();
    pieces.clear();
    until = clock.now;
  };
  const stop = tape.listen({
    cut: drop,
    heard: (bytes) => {
      if (played.has(bytes)) return;
      played.add(bytes);
      const at = Math.max(clock.now, until);
      until = at + (bytes.length * 1000) / SAMPLE_RATE;
      const piece = clock.after(
        at - clock.now,
        () => {
          pieces.delete(piece);
          line.play(bytes);
        },
        'limit',
      );
      pieces.add(piece);
    },
  });
  return () => {
    stop();
    drop();
  };
}

/** A sound begins. @returns What ends it. */
function begin(from: Leg, { line, world }: Leg, heard: Heard, once: Once): () => void {
  const { ear } = from;
  const { type, text, digits } = heard;
  if (digits !== undefined) return pressKeys(digits, heard, (key) => once(() => line.key(key)), world.clock);
  if (text !== undefined) return once(() => line.speak(ear.detailsOf(heard).speech ?? speechOf(from, heard))) ?? nothing;
  const isSound = type !== 'silence' && type !== 'hangup';
  return (isSound && once(() => line.sound({ ear, heard, letters: 0 }))) || nothing;
}

function nothing(): void {}

/** The tones of keys come one after the other; where they are cut off, the rest does not come. */
function pressKeys(digits: string, heard: Heard, press: (key: string) => void, clock: Clock): () => void {
  const [first = '', ...others] = digits;
  if (isKey(first)) press(first);
  const timers = others.flatMap((key, index) => (isKey(key) ? [clock.after(tonesMs(digits.slice(0, index + 1)), () => press(key))] : []));
  return () => {
    if (heard.cut) for (const timer of timers) timer.cancel();
  };
}

function isKey(key: string): boolean {
  return /^[0-9*#A-D]$/.test(key);
}

/** What Twilio says or an agent does, as somebody would understand it: where it was cut off, the words up to then. */
function speechOf(from: Leg, heard: Heard, letters = 0): Speech {
  const { ear, world } = from;
  const { ms = speakingMs(from, heard.text ?? ''), grows } = ear.detailsOf(heard);
  const saidAt = (time: number) => Math.floor(((heard.text ?? '').length * (time - heard.at)) / ms);
  return {
    get text() {
      const { text = '', cut, seconds = 0 } = heard;
      return text.slice(letters, cut && grows !== true ? saidAt(heard.at + seconds * 1000) : undefined).trim();
    },
    confidence: CONFIDENCE,
    ms: Math.max(0, heard.at + ms - world.clock.now),
    partials: [],
    echo: { ear, heard, letters },
    rest: () => speechOf(from, heard, grows === true ? heard.text?.length : saidAt(world.clock.now)),
  };
}
