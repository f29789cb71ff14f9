import { turn } from './clock/turn.js';
import { EmulatorError } from './emulator-error.js';
import type { World } from './world.js';

/**
 * Runs a step of a test. Where something went wrong that Twilio reports as an error, the step fails with it, at the latest when it is done: no
 * test is green by chance.
 */
export async function stepOf<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  if (world.isClosed) throw makeClosed();
  throwErrors(world);
  const value = await orClosed(world, run());
  throwErrors(world);
  return value;
}

/** Nobody waits for ever: what is still under way when the emulator was closed, and all that ends with it has ended, is given up. */
function orClosed<Value>(world: World, step: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = world.onClose(() => void turn().then(() => reject(makeClosed())));
    step.then(resolve, reject).finally(stop);
  });
}

function makeClosed(): EmulatorError {
  return new EmulatorError('EMULATOR_CLOSED', 'The emulator was closed.');
}

function throwErrors(world: World): void {
  if (!world.settings.strict) return;
  const errors = world.takeErrors();
  if (errors.length === 0) return;
  const lines = errors.map(({ twilioCode, message }) => `  ${twilioCode === undefined ? '' : `${twilioCode} `}${message}`);
  throw new EmulatorError('EMULATOR_FINDING', `Twilio would report (strict: false only lists it):\n${lines.join('\n')}`);
}
