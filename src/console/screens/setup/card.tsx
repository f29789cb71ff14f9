import type { ComponentChildren, JSX } from 'preact';

interface CardProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ComponentChildren;
}

/** A part of the set-up. */
export function Card({ title, hint, children }: CardProps): JSX.Element {
  return (
    <section class="card">
      <header class="card-head">
        <h2>{title}</h2>
        {hint !== undefined && <p class="quiet">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
