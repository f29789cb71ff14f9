import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Button } from '../../parts/button.js';
import { copy } from '../../parts/copy.js';
import { ExportTest } from '../../parts/export-test.js';
import type { Entry } from '../../state/entry.js';
import { say } from '../../state/notices.js';
import { go } from '../../state/route.js';
import { send } from '../../wire/command.js';
import { getText } from '../../wire/get.js';
import { EditReplay } from './edit-replay.js';

interface WebhookActionsProps {
  /** Not there while it is loaded. A quick hand has pressed a key by then, and the key has to count. */
  readonly detail: WebhookDetail | undefined;
  readonly entry: Entry;
}

/** What can be done with a webhook that was sent. */
export function WebhookActions({ detail, entry }: WebhookActionsProps): JSX.Element {
  const opened = useSignal<'edit' | 'test' | undefined>(undefined);
  const { seq } = entry;
  const close = () => {
    opened.value = undefined;
  };
  useShortcuts([
    { keys: ['r'], title: 'Replay', section: 'Webhook', run: () => void replay(seq) },
    { keys: ['e'], title: 'Edit and replay', section: 'Webhook', run: () => (opened.value = 'edit') },
    { keys: ['y'], title: 'Copy as curl', section: 'Webhook', run: () => void copyCurl(seq) },
    { keys: ['x'], title: 'Copy as test', section: 'Webhook', run: () => (opened.value = 'test') },
  ]);
  return (
    <div class="detail-actions" role="toolbar" aria-label="What to do with the webhook">
      <Button icon="replay" look="main" keys="r" label="Send it again" onPress={() => void replay(seq)}>
        Replay
      </Button>
      <Button icon="edit" keys="e" label="Change it and send it again" onPress={() => (opened.value = 'edit')}>
        Edit and replay
      </Button>
      <Button icon="code" keys="y" label="As a command of curl" onPress={() => void copyCurl(seq)}>
        Copy as curl
      </Button>
      <Button icon="test" keys="x" label="The call or conversation as a test" onPress={() => (opened.value = 'test')}>
        Copy as test
      </Button>
      {opened.value === 'edit' && detail !== undefined && <EditReplay detail={detail} onClose={close} />}
      {opened.value === 'test' && <ExportTest group={entry.group} onClose={close} />}
    </div>
  );
}

async function replay(seq: number): Promise<void> {
  const result = await send({ do: 'replay', seq });
  if (result?.seq === undefined) return;
  say('good', `Sent again as #${result.seq}`);
  go('timeline', String(result.seq));
}

async function copyCurl(seq: number): Promise<void> {
  try {
    await copy(await getText(`/control/export/curl?seq=${seq}`), 'The command');
  } catch (error) {
    say('bad', (error as Error).message);
  }
}
