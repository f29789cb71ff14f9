import type { JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';

type Headers = WebhookDetail['headers'];

/** What went over the wire beside the bodies. */
export function HeadersTab({ detail: { headers, answer } }: { readonly detail: WebhookDetail }): JSX.Element {
  return (
    <>
      <HeaderTable title="Request" headers={headers} />
      {answer !== undefined && <HeaderTable title={`Answer, ${answer.status}`} headers={answer.headers} />}
    </>
  );
}

function HeaderTable({ title, headers }: { readonly title: string; readonly headers: Headers }): JSX.Element {
  return (
    <section class="part">
      <h3>{title}</h3>
      <dl class="pairs mono">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What went over the wire, as it was. */
export function RawTab({ detail: { method, url, headers, body, answer } }: { readonly detail: WebhookDetail }): JSX.Element {
  return (
    <>
      <section class="part">
        <h3>Request</h3>
        <pre class="raw">{`${method} ${url}\n${joinHeaders(headers)}\n\n${body}`}</pre>
      </section>
      {answer !== undefined && (
        <section class="part">
          <h3>Answer</h3>
          <pre class="raw">{`${answer.status}\n${joinHeaders(answer.headers)}\n\n${answer.body}`}</pre>
        </section>
      )}
    </>
  );
}

function joinHeaders(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
