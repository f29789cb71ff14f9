import type { JSX } from 'preact';
import type { MessageState } from '../../../emulator/control/protocol.js';
import { plural } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { send } from '../../wire/command.js';

/** What became of a text: its status, and how many messages of SMS it takes. */
export function Receipt({ message }: { readonly message: MessageState }): JSX.Element {
  const { direction, status, errorCode, segments, canBeRead, sid } = message;
  const isBad = status === 'failed' || status === 'undelivered';
  return (
    <>
      {direction !== 'inbound' && (
        <span class={isBad ? 'receipt receipt-bad' : `receipt receipt-${status}`}>
          {isBad ? <Icon name="alert" size={12} /> : <Ticks status={status} />}
          {status}
          {errorCode !== undefined && ` ${errorCode}`}
        </span>
      )}
      {segments.count > 1 && (
        <span class="quiet" title={describeSegments(message)}>
          {plural(segments.count, 'segment')} · {segments.encoding}
        </span>
      )}
      {canBeRead && (
        <button type="button" class="link" onClick={() => void send({ do: 'read', messageSid: sid })}>
          Mark as read
        </button>
      )}
    </>
  );
}

function Ticks({ status }: { readonly status: MessageState['status'] }): JSX.Element | null {
  if (status === 'delivered' || status === 'read')
    return (
      <span class="ticks">
        <Icon name="check" size={12} />
        <Icon name="check" size={12} />
      </span>
    );
  return status === 'sent' ? <Icon name="check" size={12} /> : null;
}

function describeSegments({ segments: { encoding, forcedBy } }: MessageState): string {
  if (forcedBy === undefined) return `${encoding}: long texts go as several messages`;
  return `${encoding}, because GSM-7 lacks ${JSON.stringify(forcedBy)}: a message then has 70 characters instead of 160`;
}
