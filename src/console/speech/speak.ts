import { hearing } from '../state/hearing.js';
import { say } from '../state/notices.js';
import { speaks } from '../state/settings.js';
import type { Heard } from '../state/types.js';
import { canSpeak, findVoice } from './voices.js';

/** What is spoken at the moment: the call and when it began to be heard. */
let current: { readonly callSid: string; readonly at: number } | undefined;

/** Speaks what telephones hear, as soon as somebody has asked for it. */
export function speakWhatIsHeard(): void {
  if (!canSpeak()) return;
  hearing.on((callSid, heard) => {
    if (!speaks.value) return;
    const isSame = current?.callSid === callSid && current.at === heard.at;
    if (heard.seconds === undefined && !isSame) begin(callSid, heard);
    // What was cut off on the telephone is cut off here too.
    else if (isSame && heard.cut === true) speechSynthesis.cancel();
  });
  speaks.subscribe((isOn) => {
    if (!isOn) speechSynthesis.cancel();
  });
}

function begin(callSid: string, heard: Heard): void {
  const { text, language = 'en-US', at } = heard;
  if (text === undefined || text === '') return;
  const voice = findVoice(language, speechSynthesis.getVoices());
  if (voice === undefined) {
    speaks.value = false;
    say('note', `This machine has no voice of its own for ${language}. What phones hear is written, as before.`);
    return;
  }
  current = { callSid, at };
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
}
