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
  tags: ['Queue', 'Sip', 'Uri', 'Pay', 'Gather'],
  element(element) {
    const findings: Finding[] = [];
    for (const [attribute, needs, code] of NEEDS[element.name] ?? []) {
      if (element.attribute(attribute) === undefined || element.attribute(needs) !== undefined) continue;
      findings.push({ message: `${attribute} of <${element.name}> needs ${needs} beside it.`, attribute, code });
    }
    if (isCardWithBank(element)) findings.push(CARD_WITH_BANK);
    const timeout = checkSpeechTimeout(element);
    return timeout === undefined ? findings : [...findings, timeout];
  },
};

/** Twilio's page names the model `default` in its title, and any model in its text. Documents with other models are many. */
function checkSpeechTimeout(element: LintElement): Finding | undefined {
  const model = element.attribute('speechModel')?.trim() ?? '';
  if (element.name !== 'Gather' || model === '' || element.attribute('speechTimeout')?.trim() !== 'auto') return undefined;
  const message = `speechTimeout="auto" of <Gather> does not go with a speechModel; found "${model.slice(0, 40)}". Give it a number of seconds.`;
  return { message, attribute: 'speechTimeout', code: 13335, severity: model === 'default' ? undefined : 'info' };
}

const CARD_WITH_BANK: Finding = {
  message: 'bankAccountType of <Pay> goes with paymentMethod="ach-debit", not with a credit card.',
  attribute: 'bankAccountType',
  code: 64017,
  severity: 'error',
};

function isCardWithBank(element: LintElement): boolean {
  return element.attribute('bankAccountType') !== undefined && (element.attribute('paymentMethod') ?? 'credit-card') === 'credit-card';
}
