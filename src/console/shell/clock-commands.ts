import { snapshot } from '../state/snapshot.js';
import { send } from '../wire/command.js';

export function togglePause(): void {
  void send({ do: snapshot.value?.clock.isPaused === true ? 'resume' : 'pause' });
}

export function runUntilIdle(): void {
  void send({ do: 'idle' });
}

export function advance(by: string): void {
  void send({ do: 'advance', by });
}
