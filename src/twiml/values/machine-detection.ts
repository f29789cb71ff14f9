import { type Kind, type Open, oneOf } from '../kinds.js';

/** How to find out who answered: `Enable` tells it at once, `DetectMessageEnd` after a machine's greeting. */
export type MachineDetection = 'Enable' | 'DetectMessageEnd';

/** Takes a way to find out who answered. */
export const machineDetection: Kind<Open<MachineDetection>> = oneOf('Enable', 'DetectMessageEnd');
