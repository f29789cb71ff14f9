import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';

/** Attributes that mean nothing, or fail, without another: by tag, the attribute, what it needs, and Twilio's code. */
const NEEDS: Readonly<Record<string, readonly (readonly [attribute: string, needs: string, code: number | undefined])[]>> = {
  Queue: [['postWorkActivitySid', 'reservationSid', undefined]],
  Sip: [
    ['username', 'password', 21225],
    ['password', 'username', undefined],
  ],
  Uri: [
    ['username', 'password', 21225],
    ['password', 'username', undefined],
  ],
};

export const attributeTogether: Rule<'attribute-together'> = {
  id: 'attribute-together',
  severity: 'warning',
  codes: [],
  text: 'Attributes that need one another come together; those that exclude one another do not.',
  trips: '<Response><Dial><Sip username="kate">sip:kate@example.com</Sip></Dial></Response>',
  passes: '<Response><Dial><Sip username="kate" password="secret">sip:kate@example.com</Sip></Dial></Response>',
  tags: ['Queue', 'Sip', 'Uri', 'Pay'],
  element(element) {
    const findings: Finding[] = [];
    for (const [attribute, needs, code] of NEEDS[element.name] ?? []) {
      if (element.attribute(attribute) === undefined || element.attribute(needs) !== undefined) continue;
      findings.push({ message: `${attribute} of <${element.name}> needs ${needs} beside it.`, attribute, code });
    }
    return isCardWithBank(element) ? [...findings, CARD_WITH_BANK] : findings;
  },
};

const CARD_WITH_BANK: Finding = {
  message: 'bankAccountType of <Pay> goes with paymentMethod="ach-debit", not with a credit card.',
  attribute: 'bankAccountType',
  code: 64017,
  severity: 'error',
};

function isCardWithBank(element: LintElement): boolean {
  return element.attribute('bankAccountType') !== undefined && (element.attribute('paymentMethod') ?? 'credit-card') === 'credit-card';
}
