import type { LintElement } from '../lint-element.js';
import type { Rule } from '../rule.js';

const MOST = 4;

const streams = (count: number) => `<Response>${'<Start><Stream url="wss://example.com/s"/></Start>'.repeat(count)}<Hangup/></Response>`;

export const streamForksMax: Rule<'stream-forks-max'> = {
  id: 'stream-forks-max',
  severity: 'warning',
  codes: [],
  text: 'A call is sent to four streams at most. `<Siprec>` and `both_tracks` count twice.',
  trips: streams(5),
  passes: streams(4),
  document({ root }) {
    const streams = root.childrenOf('Start').flatMap((start) => start.childrenOf('Stream', 'Siprec'));
    const forks = streams.reduce((sum, stream) => sum + weigh(stream), 0);
    if (forks <= MOST || root.isTemplated) return undefined;
    return {
      message: `A call has ${MOST} streams at most, and those of <Siprec> and both_tracks count twice; these are ${forks}.`,
      element: streams.at(-1),
    };
  },
};

function weigh(stream: LintElement): number {
  return stream.name === 'Siprec' || stream.attribute('track') === 'both_tracks' ? 2 : 1;
}
