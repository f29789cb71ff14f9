import type { JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { Empty } from '../../parts/empty.js';
import { TwimlView } from '../../parts/twiml/twiml-view.js';

/** What the application answered. */
export function AnswerTab({ detail: { answer, failure } }: { readonly detail: WebhookDetail }): JSX.Element {
  if (answer === undefined)
    return (
      <Empty icon={failure === undefined ? 'clock' : 'alert'} title={failure === undefined ? 'No answer yet' : 'No answer came'}>
        {failure !== undefined && <p>{failure}</p>}
      </Empty>
    );
  const { body, isTwiml, verbs, findings } = answer;
  if (body === '') return <Empty icon="check" title={`Answered with ${answer.status} and no body`} />;
  return isTwiml ? <TwimlView source={body} verbs={verbs} findings={findings} /> : <pre class="raw">{body}</pre>;
}
