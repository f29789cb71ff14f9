import type { Rule } from '../rule.js';
import { checkSid } from '../values/sid.js';

export const applicationNeedsSid: Rule<'application-needs-sid'> = {
  id: 'application-needs-sid',
  severity: 'error',
  codes: [21218],
  text: '`<Application>` has the SID of an application, in `<ApplicationSid>`.',
  trips: '<Response><Dial><Application/></Dial></Response>',
  passes:
    '<Response><Dial><Application><ApplicationSid>AP0123456789abcdef0123456789abcdef</ApplicationSid></Application></Dial></Response>',
  tags: ['Application'],
  element(application) {
    const nested = application.childrenOf('ApplicationSid')[0];
    const sid = nested?.text ?? application.text;
    if (sid === '') return { message: '<Application> needs the SID of an application, in <ApplicationSid>.' };
    const misfit = checkSid('AP', sid);
    return (
      misfit && {
        message: `<Application> takes ${misfit.expected}; found "${sid.slice(0, 40)}".`,
        element: nested,
        content: true,
        severity: misfit.severity,
      }
    );
  },
};
