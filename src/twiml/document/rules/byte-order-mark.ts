import type { Rule } from '../rule.js';

export const byteOrderMark: Rule<'byte-order-mark'> = {
  id: 'byte-order-mark',
  severity: 'info',
  codes: [12100],
  text: 'A document is safest without a byte order mark: some readers take it for text before the XML declaration.',
  trips: '\uFEFF<?xml version="1.0" encoding="UTF-8"?><Response/>',
  passes: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
  source({ xml }) {
    if (!xml.startsWith('\uFEFF')) return undefined;
    return {
      message: 'The text begins with a byte order mark, which some readers take for text; save it without.',
      span: { start: 0, end: 1 },
    };
  },
};
