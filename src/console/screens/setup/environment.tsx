import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { copy } from '../../parts/copy.js';
import { snapshot } from '../../state/snapshot.js';
import { Card } from './card.js';
import { Command } from './first-steps.js';

/** How an application gets here: the command, or what to set in its environment. */
export function Environment(): JSX.Element | null {
  const setUp = snapshot.value?.setUp;
  if (setUp === undefined) return null;
  const lines = Object.entries(setUp.environment);
  return (
    <Card title="Your application" hint="Either the command starts it, or you set this in its environment">
      <Command text={setUp.command} />
      {lines.length > 0 && (
        <div class="environment">
          <dl class="pairs mono">
            {lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Button icon="copy" onPress={() => void copy(lines.map(([name, value]) => `${name}=${value}`).join('\n'), 'The environment')}>
            Copy
          </Button>
        </div>
      )}
    </Card>
  );
}
