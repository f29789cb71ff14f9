import fc from 'fast-check';

/** Text of any UTF-16 units, lone surrogates and control characters among them. fast-check's own takes seconds to set up. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));
