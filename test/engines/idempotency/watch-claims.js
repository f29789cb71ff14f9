// Writes down what a store was asked, when, and what it answered: what it was sent and has not answered is evidence too.

/**
 * @param {import('ringback/webhook').IdempotencyStore} store One whose claims end.
 * @param {(entry: object) => void} note
 * @param {(claim: string | undefined) => void} onClaim Hears of the claim of each request, before the store does.
 * @returns {import('ringback/webhook').IdempotencyStore}
 */
export function watchClaims(store, note, onClaim) {
  /**
   * @template T
   * @param {'claim' | 'renew' | 'keep' | 'give back'} command
   * @param {string} key
   * @param {string | undefined} claim
   * @param {() => T | Promise<T>} question
   * @returns {Promise<T>}
   */
  const ask = async (command, key, claim, question) => {
    const since = Date.now();
    const about = { command, webhook: key.slice(key.indexOf(':') + 1), claim };
    note({ ...about, what: 'asked', at: since });
    try {
      const answer = await question();
      note({ ...about, what: 'answered', since, answer: typeof answer === 'object' ? 'reply' : answer });
      return answer;
    } catch (error) {
      note({ ...about, what: 'failed', since, message: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  };
  return {
    leaseMs: store.leaseMs,
    claim(key, claim) {
      onClaim(claim);
      return ask('claim', key, claim, () => store.claim(key, claim));
    },
    renew: (key, claim) => ask('renew', key, claim, () => store.renew?.(key, claim)),
    settle: (key, reply, claim) => ask(reply === undefined ? 'give back' : 'keep', key, claim, () => store.settle(key, reply, claim)),
  };
}
