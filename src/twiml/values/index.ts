import { conferenceRegions } from './conference-regions.js';
import { gatherLanguages } from './gather-languages.js';
import { gatherSpeechModels } from './gather-speech-models.js';
import { payLanguages } from './pay-languages.js';
import { phonemeAlphabets } from './phoneme-alphabets.js';
import { ringTones } from './ring-tones.js';
import { sayAsFormats } from './say-as-formats.js';
import { sayAsInterpretations } from './say-as-interpretations.js';
import { sayLanguages } from './say-languages.js';
import { sayVoices } from './say-voices.js';
import { ssmlLanguages } from './ssml-languages.js';

/** The name of a table of values that is too long to load with the builder. */
export type ListedName =
  | 'conferenceRegions'
  | 'gatherLanguages'
  | 'gatherSpeechModels'
  | 'payLanguages'
  | 'phonemeAlphabets'
  | 'ringTones'
  | 'sayAsFormats'
  | 'sayAsInterpretations'
  | 'sayLanguages'
  | 'sayVoices'
  | 'ssmlLanguages';

/** Those tables. Only what checks documents imports them; the builder knows them by their types alone. */
export const listedValues: Readonly<Record<ListedName, readonly string[]>> = {
  conferenceRegions,
  gatherLanguages,
  gatherSpeechModels,
  payLanguages,
  phonemeAlphabets,
  ringTones,
  sayAsFormats,
  sayAsInterpretations,
  sayLanguages,
  sayVoices,
  ssmlLanguages,
};
