import type { Rule } from '../rule.js';

const LONGEST = 128;

export const annotateChildren: Rule<'annotate-children'> = {
  id: 'annotate-children',
  severity: 'error',
  codes: [13110, 13111, 13112, 13120],
  text: '`<Annotate>` has exactly one `<BillingReferenceTag>`, of at most 128 characters, and nothing else.',
  trips: '<Response><Annotate/><Hangup/></Response>',
  passes: '<Response><Annotate><BillingReferenceTag>support</BillingReferenceTag></Annotate><Hangup/></Response>',
  tags: ['Annotate'],
  element(annotate) {
    const tags = annotate.childrenOf('BillingReferenceTag');
    const [tag] = tags;
    const other = annotate.children.find((child) => child.placement === 'misplaced');
    if (other !== undefined)
      return { message: `<Annotate> takes <BillingReferenceTag> alone; found <${other.tag}>.`, element: other, code: 13112 };
    if (tag === undefined) return { message: '<Annotate> needs a <BillingReferenceTag>.' };
    if (tags.length > 1) return { message: '<Annotate> takes one <BillingReferenceTag>; found several.', element: tags[1], code: 13111 };
    if (tag.text.length <= LONGEST) return undefined;
    return {
      message: `A <BillingReferenceTag> has ${LONGEST} characters at most; this one has ${tag.text.length}.`,
      element: tag,
      content: true,
      code: 13120,
    };
  },
};
