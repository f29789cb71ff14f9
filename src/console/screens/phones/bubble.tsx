import type { JSX } from 'preact';
import type { MediumState, MessageState } from '../../../emulator/control/protocol.js';
import { formatShortTime } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { formatAddress } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { Choices } from './choices.js';
import { Receipt } from './receipt.js';

/** Pictures that a browser shows without running anything; others are files to save. */
const PICTURES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** One text. What the person wrote is at the right. */
export function Bubble({ message, isContinued }: { readonly message: MessageState; readonly isContinued: boolean }): JSX.Element {
  const { direction, body, media, number, createdAt, seq } = message;
  const isOwn = direction === 'inbound';
  return (
    <div class={isOwn ? 'bubble-row bubble-row-own' : 'bubble-row'}>
      {!isContinued && <p class="bubble-from">{isOwn ? `to ${formatAddress(number)}` : formatAddress(number)}</p>}
      <div class="bubble">
        <span class="unseen">{isOwn ? 'You: ' : 'Application: '}</span>
        {body !== '' && <p class="bubble-body">{body}</p>}
        {media.map((medium) => (
          <Medium key={medium.sid} medium={medium} />
        ))}
      </div>
      <Choices message={message} />
      <p class="bubble-foot">
        <a
          href={hrefOf('timeline', String(seq))}
          class="bubble-time numeric"
          aria-label={`${formatShortTime(createdAt)}, show in the timeline`}
        >
          {formatShortTime(createdAt)}
        </a>
        <Receipt message={message} />
      </p>
    </div>
  );
}

function Medium({ medium: { path, contentType, bytes } }: { readonly medium: MediumState }): JSX.Element {
  if (path === undefined) return <p class="bubble-file quiet">A file of {contentType} that is not there any more</p>;
  if (PICTURES.includes(contentType)) return <img class="bubble-picture" src={path} alt={`Picture, ${contentType}`} loading="lazy" />;
  return (
    <a class="bubble-file" href={path} download="">
      <Icon name="attach" size={14} />
      {contentType}, {Math.ceil(bytes / 1024)} KB
    </a>
  );
}
