import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import type { Entry } from '../../state/entry.js';
import { go } from '../../state/route.js';
import { EventDetail } from './event-detail.js';
import { WebhookView } from './webhook-view.js';

interface DetailProps {
  readonly entry: Entry;
  readonly onOpen: (seq: number) => void;
}

/** All about one line of the timeline. */
export function Detail({ entry, onOpen }: DetailProps): JSX.Element {
  const { kind, title, seq } = entry;
  useLayoutEffect(() => onOpen(seq), [seq]);
  const isWebhook = kind === 'webhook' || kind === 'callback';
  return (
    <section class="detail" aria-label={`Detail of ${title}`}>
      <header class="detail-head">
        <div class="detail-title">
          <h2 class="mono clip">{title}</h2>
          <p class="quiet numeric">#{seq}</p>
        </div>
        <Button icon="close" label="Close" keys="Esc" look="bare" onPress={() => go('timeline')} />
      </header>
      {isWebhook ? <WebhookView entry={entry} /> : <EventDetail entry={entry} />}
    </section>
  );
}
