import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';
import { Card } from './card.js';

/** What was recorded, and how to begin anew. */
export function SessionCard(): JSX.Element {
  const application = snapshot.value?.application;
  return (
    <Card title="Session" hint="All that happened, a line an event. Tokens and signatures are not in it">
      {application?.session !== undefined && (
        <p>
          Written to <span class="mono">{application.session}</span>
        </p>
      )}
      {application?.shows !== undefined && (
        <p>
          This is the recording <span class="mono">{application.shows}</span>
        </p>
      )}
      <div class="button-row">
        <a class="button button-plain" href="/control/session" download="">
          <Icon name="download" />
          <span>Download</span>
        </a>
        <Button icon="replay" look="plain" onPress={() => void send({ do: 'reset' })}>
          Begin anew
        </Button>
      </div>
      <p class="quiet">Begin anew ends all calls and forgets texts, phones and what was made by REST. The file keeps what was.</p>
    </Card>
  );
}
