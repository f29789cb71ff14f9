import { type Kind, oneOf } from '../kinds.js';

/** How to find out who answered: `Enable` tells it at once, `DetectMessageEnd` after a machine's greeting. */
export type MachineDetection = 'Enable' | 'DetectMessageEnd';

/** Takes a way to find out who answered. */
export const machineDetection: Kind<MachineDetection> = oneOf('Enable', 'DetectMessageEnd');
