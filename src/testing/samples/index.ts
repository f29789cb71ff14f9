import type { Sample } from '../samples.js';
import messaging from './messaging.json' with { type: 'json' };

export const samples: readonly Sample[] = [messaging].flatMap((family) => family.samples as never);
