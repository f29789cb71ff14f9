import { hearing } from '../state/hearing.js';
import { say } from '../state/notices.js';
import { speaks } from '../state/settings.js';
import type { Heard } from '../state/types.js';
import { canSpeak, findVoice } from './voices.js';

/** What is spoken at the moment, and how much of it was handed to the browser. */
interface Current {
  readonly callSid: string;
  readonly at: number;
  heard: Heard;
  length: number;
}

/** What an agent says comes word by word: it is spoken by sentences, or when nothing more has come for so long. */
const PAUSE_MS = 400;

const SENTENCE_END = /[.!?…:;]["”’)]?\s*$/;

let current: Current | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Speaks what telephones hear, as soon as somebody has asked for it. */
export function speakWhatIsHeard(): void {
  if (!canSpeak()) return;
  hearing.on((callSid, heard) => {
    if (speaks.value && heard.text !== undefined) follow(callSid, heard);
  });
  speaks.subscribe((isOn) => {
    if (!isOn) speechSynthesis.cancel();
  });
}

function follow(callSid: string, heard: Heard): void {
  clearTimeout(timer);
  const isKnown = current?.callSid === callSid && current.at === heard.at;
  const isOver = heard.seconds !== undefined;
  if (!isKnown && isOver) return;
  if (!isKnown || current === undefined) current = { callSid, at: heard.at, heard, length: 0 };
  current.heard = heard;
  // What was cut off on the telephone is cut off here too.
  if (heard.cut === true) speechSynthesis.cancel();
  else if (isOver || SENTENCE_END.test(heard.text ?? '')) speakRest(current);
  else timer = setTimeout(speakRest, PAUSE_MS, current);
}

/** Speaks what has come since. */
function speakRest(spoken: Current): void {
  const { text = '', language = 'en-US' } = spoken.heard;
  const rest = text.slice(spoken.length).trim();
  spoken.length = text.length;
  if (rest === '') return;
  const voice = findVoice(language, speechSynthesis.getVoices());
  if (voice === undefined) {
    speaks.value = false;
    say('note', `This machine has no voice of its own for ${language}. What phones hear is written, as before.`);
    return;
  }
  const utterance = new SpeechSynthesisUtterance(rest);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
}
