/** Runs the suite in workerd, whose `test` command calls this handler. */
import * as signature from './dist/signature/index.js';
import { nameHash, runSuite } from './suite.js';
import vectors from './vectors.json';

export const suite = {
  async test() {
    const { checks, failures } = await runSuite(signature, vectors);
    console.log(`${checks} checks with ${nameHash()}`);
    if (failures.length > 0 || checks === 0) throw new Error(`fails: ${failures.join('; ')}`);
  },
};
