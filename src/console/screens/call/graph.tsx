import type { JSX } from 'preact';
import type { CallState } from '../../../emulator/control/protocol.js';
import { formatAddress, nameOf } from '../../state/names.js';
import { type GraphEdge, type GraphNode, layOut, type NodeKind } from './graph-layout.js';

/** In pixels, where the page is wide enough. */
const NODE = { width: 172, height: 44 };
const GAP = { column: 76, row: 14 };
const MARGIN = 2;

/** So many letters fit into a node. */
const MOST_LETTERS = 22;

/** Who and what a call connects, where that is more than a telephone and a number. */
export function Graph({ legs }: { readonly legs: readonly CallState[] }): JSX.Element | null {
  if (legs.length < 2 && legs.every(({ places }) => places.length === 0)) return null;
  const { nodes, edges, columns, rows } = layOut(legs);
  const width = columns * NODE.width + (columns - 1) * GAP.column + 2 * MARGIN;
  const height = rows * NODE.height + (rows - 1) * GAP.row + 2 * MARGIN;
  return (
    <figure class="graph scrolls" role="group" aria-label="Who is connected" tabIndex={0}>
      <svg class="graph-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {edges.map((edge, index) => (
          <Edge key={index} edge={edge} />
        ))}
        {nodes.map((node) => (
          <Node key={node.key} node={node} leg={legs.find(({ sid }) => sid === node.key)} />
        ))}
      </svg>
      <figcaption class="unseen">
        <ul>
          {edges.map((edge, index) => (
            <li key={index}>{tell(edge)}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function left({ column }: GraphNode): number {
  return MARGIN + column * (NODE.width + GAP.column);
}

function top({ row }: GraphNode): number {
  return MARGIN + row * (NODE.height + GAP.row);
}

function Edge({ edge: { from, to, isLive } }: { readonly edge: GraphEdge }): JSX.Element {
  const [one, other] = from.column < to.column ? [from, to] : [to, from];
  const start = [left(one) + NODE.width, top(one) + NODE.height / 2] as const;
  const end = [left(other), top(other) + NODE.height / 2] as const;
  const bend = GAP.column / 2;
  return (
    <path
      class={isLive ? 'graph-edge graph-edge-live' : 'graph-edge'}
      d={`M${start.join()} C${start[0] + bend},${start[1]} ${end[0] - bend},${end[1]} ${end.join()}`}
    />
  );
}

const KINDS: Readonly<Record<Exclude<NodeKind, 'phone'>, string>> = {
  number: 'your number',
  conference: 'conference',
  queue: 'queue',
};

function Node({ node, leg }: { readonly node: GraphNode; readonly leg: CallState | undefined }): JSX.Element {
  const { kind } = node;
  const label = labelOf(node);
  return (
    <g class={`graph-node graph-${kind}`} transform={`translate(${left(node)} ${top(node)})`}>
      <rect width={NODE.width} height={NODE.height} rx={kind === 'phone' || kind === 'number' ? 8 : NODE.height / 2} />
      <text class="graph-name" x={NODE.width / 2} y={18}>
        {label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label}
      </text>
      <text class="graph-kind" x={NODE.width / 2} y={33}>
        {kind === 'phone' ? leg?.status : KINDS[kind]}
      </text>
    </g>
  );
}

function labelOf({ kind, name }: GraphNode): string {
  if (kind === 'phone') return nameOf(name);
  return kind === 'number' ? formatAddress(name) : name;
}

/** An edge in words. */
function tell({ from, to, leg, isLive }: GraphEdge): string {
  const who = nameOf(leg.phone ?? (leg.direction === 'inbound' ? leg.from : leg.to));
  if (to.kind === 'conference' || to.kind === 'queue')
    return `${who} ${isLive ? 'is' : 'was'} in the ${to.kind} ${labelOf(to)}${from.kind === 'number' ? ` by ${labelOf(from)}` : ''}`;
  const way = { inbound: 'called', 'outbound-api': 'was called from', 'outbound-dial': 'was dialled from' }[leg.direction];
  return `${who} ${way} ${labelOf(to)}: ${leg.status}`;
}
