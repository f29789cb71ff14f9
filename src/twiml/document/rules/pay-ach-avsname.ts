import type { Rule } from '../rule.js';

export const payAchAvsname: Rule<'pay-ach-avsname'> = {
  id: 'pay-ach-avsname',
  severity: 'error',
  codes: [64014],
  text: 'A `<Pay>` by `ach-debit` has a `<Parameter>` `AVSName` with the name of the account holder.',
  trips: '<Response><Pay action="/paid" paymentMethod="ach-debit"/></Response>',
  passes: '<Response><Pay action="/paid" paymentMethod="ach-debit"><Parameter name="AVSName" value="Kate Miller"/></Pay></Response>',
  tags: ['Pay'],
  element(pay) {
    if (pay.attribute('paymentMethod')?.trim() !== 'ach-debit') return undefined;
    if (pay.childrenOf('Parameter').some((parameter) => parameter.attribute('name') === 'AVSName')) return undefined;
    const message = 'A <Pay> by ach-debit needs <Parameter name="AVSName" value="…"/> with the name of the account holder.';
    // It depends on the connector: Twilio's own examples with prompts for bank accounts have none.
    const severity = pay.childrenOf('Prompt').length > 0 ? 'info' : undefined;
    return { message, attribute: 'paymentMethod', severity };
  },
};
