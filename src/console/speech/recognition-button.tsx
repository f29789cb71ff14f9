import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { say } from '../state/notices.js';
import { findRecognition, type Place, recognise, whereRecognised } from './recognise.js';

/** Whether somebody has allowed it, since the page was opened. */
const isAllowed = signal(false);

const WHERE: Readonly<Record<Place, string>> = {
  here: 'This browser has a pack for your language: the sound stays on this machine.',
  elsewhere:
    'Your browser sends what the microphone hears to the maker of the browser, who turns it into words. ringback cannot prevent that.',
};

/** Words by the browser's own recognition. It is off until somebody has read where the sound goes. */
export function RecognitionButton({ onWords }: { readonly onWords: (words: string) => void }): JSX.Element | null {
  const asks = useSignal<Place | undefined>(undefined);
  const isOn = useSignal(false);
  const Recognition = findRecognition();
  if (Recognition === undefined) return null;
  const listen = async (place: Place) => {
    isAllowed.value = true;
    asks.value = undefined;
    isOn.value = true;
    try {
      onWords(await recognise(Recognition, place));
    } catch (error) {
      say('bad', `Nothing was recognised: ${(error as Error).message}`);
    }
    isOn.value = false;
  };
  const press = async () => {
    const place = await whereRecognised(Recognition);
    if (isAllowed.value) await listen(place);
    else asks.value = place;
  };
  return (
    <>
      <Button
        icon="message"
        label="Speak, and have your browser write it down"
        look={isOn.value ? 'bad' : 'bare'}
        pressed={isOn.value}
        disabled={isOn.value}
        onPress={() => void press()}
      />
      {asks.value !== undefined && (
        <Dialog title="Speech recognition" onClose={() => (asks.value = undefined)}>
          <div class="form">
            <p>{WHERE[asks.value]}</p>
            <p class="quiet">Typed words do the same, and go nowhere.</p>
            <div class="form-actions">
              <Button onPress={() => (asks.value = undefined)}>Cancel</Button>
              <Button look="main" onPress={() => asks.value !== undefined && void listen(asks.value)}>
                Listen
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
