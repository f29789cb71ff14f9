import { describe, expect, test } from 'vitest';
import { differences } from './differences.js';

/** What a call gives: what stands inside `<Response>`, or what it throws. */
function outcomeOf(call: () => unknown): string | Error {
  try {
    return String(call()).replace(/^<\?xml version="1\.0" encoding="UTF-8"\?><Response\/?>|<\/Response>$/g, '');
  } catch (error) {
    return error as Error;
  }
}

describe('Of what twilio-node does, this is done otherwise on purpose:', () => {
  test.each(differences)('$what', ({ ours, becomes }) => {
    expect(outcomeOf(ours)).toEqual(becomes);
  });

  test.each(differences)('twilio-node still does it in its own way: $what', ({ theirs, insteadOf }) => {
    const outcome = outcomeOf(theirs);
    if (typeof insteadOf === 'string') expect(outcome).toBe(insteadOf);
    else expect(outcome).toMatchObject({ message: expect.stringContaining(insteadOf.message) });
  });

  test.each(differences)('for a reason: $what', ({ why }) => {
    expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });
});
