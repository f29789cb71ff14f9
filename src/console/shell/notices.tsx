import type { JSX } from 'preact';
import { Button } from '../parts/button.js';
import { Icon } from '../parts/icon.js';
import { dismiss, notices } from '../state/notices.js';

/** What was done or refused just now, at the edge of the page. */
export function Notices(): JSX.Element {
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.value.map(({ id, tone, text }) => (
        <div key={id} class={`notice notice-${tone}`}>
          <Icon name={tone === 'good' ? 'check' : 'alert'} />
          <p>{text}</p>
          <Button icon="close" label="Dismiss" look="bare" onPress={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
