import type { JSX } from 'preact';
import { Empty } from '../parts/empty.js';

/** What a page shows that was opened without the token of this start. */
export function Refused(): JSX.Element {
  return (
    <main class="refused">
      <h1 class="unseen">Not signed in</h1>
      <Empty icon="shield" title="This page needs the address that ringback dev printed">
        <p>
          The console can call and write as anybody, so that only you may open it. The address in your terminal ends with a token; it is a
          new one at each start.
        </p>
        <p>Open it once, and this browser keeps it until ringback dev ends.</p>
      </Empty>
    </main>
  );
}
