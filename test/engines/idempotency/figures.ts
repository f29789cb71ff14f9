import type { Outcome } from './scenario.js';
export function writeFigures(_outcomes: ReadonlyMap<string, Outcome>): void {}
