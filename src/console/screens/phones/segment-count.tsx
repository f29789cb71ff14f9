import type { JSX } from 'preact';
import { countSegments } from '../../../emulator/messages/segments.js';
import { plural } from '../../parts/format.js';

/** How SMS would carry a text, while it is written. Other channels carry it whole. */
export function SegmentCount({ text, to }: { readonly text: string; readonly to: string | undefined }): JSX.Element | null {
  if (text === '' || to === undefined || /^[a-z]+:/.test(to)) return null;
  const { encoding, segments, forcedBy } = countSegments(text);
  return (
    <p class="segments quiet numeric">
      {plural(segments, 'segment')} · {encoding}
      {forcedBy !== undefined && (
        <>
          {' '}
          because of <span class="segments-forced">{nameOf(forcedBy)}</span>, which GSM-7 lacks
        </>
      )}
    </p>
  );
}

/** A sign that can be seen as itself, with its number: several look like one of GSM-7. */
function nameOf(sign: string): string {
  const number = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /\s/.test(sign) ? number : `${sign} ${number}`;
}
