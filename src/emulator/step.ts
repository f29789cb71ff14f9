import { EmulatorError } from './emulator-error.js';
import type { World } from './world.js';

/**
 * Runs a step of a test. Where something went wrong that Twilio reports as an error, the step fails with it, at the latest when it is done: no
 * test is green by chance.
 */
export async function stepOf<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  if (world.isClosed) throw new EmulatorError('EMULATOR_CLOSED', 'The emulator was closed.');
  throwErrors(world);
  const value = await run();
  throwErrors(world);
  return value;
}

function throwErrors(world: World): void {
  if (!world.settings.strict) return;
  const errors = world.takeErrors();
  if (errors.length === 0) return;
  const lines = errors.map(({ twilioCode, message }) => `  ${twilioCode === undefined ? '' : `${twilioCode} `}${message}`);
  throw new EmulatorError('EMULATOR_FINDING', `Twilio would report (strict: false only lists it):\n${lines.join('\n')}`);
}
