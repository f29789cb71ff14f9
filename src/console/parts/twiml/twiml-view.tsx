import type { JSX } from 'preact';
import type { AnswerDetail, VerbDetail } from '../../../emulator/control/protocol.js';
import { formatMs } from '../format.js';
import { Icon } from '../icon.js';
import { type Line, layOut } from './lines.js';
import { pathOf, type Token } from './tokens.js';

type Finding = AnswerDetail['findings'][number];

interface TwimlViewProps {
  readonly source: string;
  readonly verbs: readonly VerbDetail[];
  readonly findings: readonly Finding[];
}

/** So many characters are coloured; documents of Twilio have 64 KB at most. */
const LONGEST = 100_000;

/** A document with what was done of it, and with what the linter says at its place. */
export function TwimlView({ source, verbs, findings }: TwimlViewProps): JSX.Element {
  const placed = findings.filter(({ range }) => range !== undefined);
  const lines = layOut(source.slice(0, LONGEST));
  return (
    <div class="twiml scrolls" tabIndex={0} role="region" aria-label="TwiML of the answer">
      <ol>
        {lines.map((line, index) => (
          <TwimlLine key={index} line={line} source={source} verbs={verbs} findings={placed} />
        ))}
      </ol>
      {findings
        .filter(({ range }) => range === undefined)
        .map((finding) => (
          <Lint key={finding.rule + finding.path} finding={finding} />
        ))}
    </div>
  );
}

interface LineProps extends TwimlViewProps {
  readonly line: Line;
}

function TwimlLine({ line: { indent, tokens }, source, verbs, findings }: LineProps): JSX.Element {
  const paths = tokens.flatMap(({ element }) => (element === undefined ? [] : [pathOf(element)]));
  const run = verbs.filter(({ path }) => paths.includes(path));
  const here = findings.filter(({ range }) => tokens.some((token) => isIn(range?.start.offset, token)));
  return (
    <li class={run.length > 0 ? 'twiml-line twiml-line-run' : 'twiml-line'}>
      <span class="twiml-gutter">{run.length > 0 && <Ran verbs={run} />}</span>
      <code class={`twiml-code indent-${Math.min(indent, 6)}`}>
        {tokens.map((token) => (
          <Stretch key={token.start} token={token} source={source} findings={findings} />
        ))}
      </code>
      {here.map((finding) => (
        <Lint key={finding.rule + finding.path} finding={finding} />
      ))}
    </li>
  );
}

function isIn(offset: number | undefined, { start, end }: Token): boolean {
  return offset !== undefined && offset >= start && offset < end;
}

function Ran({ verbs }: { readonly verbs: readonly VerbDetail[] }): JSX.Element {
  const last = verbs.at(-1);
  const took = last?.endedAt === undefined ? 'runs' : formatMs(last.endedAt - last.at);
  return (
    <span
      class={last?.endedAt === undefined ? 'ran ran-now' : 'ran'}
      title={`Executed${verbs.length > 1 ? ` ${verbs.length} times` : ''}: ${took}`}
    >
      <Icon name="play" size={9} />
      <span class="unseen">executed, </span>
      {took}
    </span>
  );
}

/** A stretch of the text, underlined where the linter marks it. Only the beginning of what is marked is: an element may be long. */
function Stretch({
  token,
  source,
  findings,
}: {
  readonly token: Token;
  readonly source: string;
  readonly findings: readonly Finding[];
}): JSX.Element {
  const marked = findings.find(({ range }) => isIn(range?.start.offset, token));
  const text = source.slice(token.start, token.end);
  const severity = marked === undefined ? '' : ` lint-mark lint-mark-${marked.severity}`;
  return <span class={`token-${token.type}${severity}`}>{text}</span>;
}

function Lint({ finding: { severity, message, rule, twilioCode } }: { readonly finding: Finding }): JSX.Element {
  return (
    <p class={`lint lint-${severity}`}>
      <Icon name="alert" size={12} />
      <span>
        {message}{' '}
        <span class="lint-rule mono">
          {rule}
          {twilioCode !== undefined && ` · ${twilioCode}`}
        </span>
      </span>
    </p>
  );
}
