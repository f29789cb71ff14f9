/** What is used of the browser's recognition, of which the compiler's libraries do not know. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  processLocally?: boolean;
  onresult: (event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void;
  onerror: (event: { readonly error: string }) => void;
  onend: () => void;
  start(): void;
}

export interface RecognitionClass {
  new (): Recognition;
  /** Only where the browser can do it on this machine. */
  available?(options: { readonly langs: readonly string[]; readonly processLocally: boolean }): Promise<string>;
}

/** Where sound becomes words. */
export type Place = 'here' | 'elsewhere';

/** The browser's recognition; some have none. */
export function findRecognition(): RecognitionClass | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    readonly SpeechRecognition?: RecognitionClass;
    readonly webkitSpeechRecognition?: RecognitionClass;
  };
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** Whether the sound stays on this machine. Where the browser does not say so, it does not. */
export async function whereRecognised({ available }: RecognitionClass): Promise<Place> {
  try {
    const answer = await available?.({ langs: [navigator.language], processLocally: true });
    return answer === 'available' ? 'here' : 'elsewhere';
  } catch {
    return 'elsewhere';
  }
}

/** Listens until somebody has said something. @throws Error where nothing was recognised. */
export function recognise(Recognition: RecognitionClass, place: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    const recognition = new Recognition();
    recognition.lang = navigator.language;
    recognition.interimResults = false;
    if (place === 'here') recognition.processLocally = true;
    recognition.onresult = ({ results }) => resolve(results[0]?.[0]?.transcript ?? '');
    recognition.onerror = ({ error }) => reject(new Error(error));
    recognition.onend = () => reject(new Error('nothing was said'));
    recognition.start();
  });
}
