import type { CallState } from '../../../emulator/control/protocol.js';
import { isOngoing } from '../../state/calls.js';

/** What a graph has: telephones at its sides, and between them our numbers and where calls meet. */
export type NodeKind = 'phone' | 'number' | 'conference' | 'queue';

export interface GraphNode {
  readonly key: string;
  readonly kind: NodeKind;
  /** An address, or the name of a place. */
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** The leg that it stands for. */
  readonly leg: CallState;
  /** Whether the leg is there now. */
  readonly isLive: boolean;
}

export interface GraphLayout {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly columns: number;
  readonly rows: number;
}

/** From left to right: who calls or is called by the API, our numbers, the places, who was dialled. */
const COLUMNS: Readonly<Record<'first' | 'number' | 'place' | 'dialled', number>> = { first: 0, number: 1, place: 2, dialled: 3 };

/** Tells where everything of a graph stands. */
export function layOut(legs: readonly CallState[]): GraphLayout {
  const drafts = new Map<string, Omit<GraphNode, 'row'>>();
  const links: (Pick<GraphEdge, 'leg' | 'isLive'> & { readonly from: string; readonly to: string })[] = [];
  const add = (key: string, kind: NodeKind, name: string, column: number) => {
    drafts.set(key, drafts.get(key) ?? { key, kind, name, column });
    return key;
  };
  for (const leg of legs) {
    const isDialled = legs.some(({ sid }) => sid === leg.parentCallSid);
    const isIn = leg.direction === 'inbound';
    const phone = add(leg.sid, 'phone', leg.phone ?? (isIn ? leg.from : leg.to), isDialled ? COLUMNS.dialled : COLUMNS.first);
    const ours = add(`number ${numberOf(leg, legs)}`, 'number', numberOf(leg, legs), COLUMNS.number);
    const places = leg.places.map(({ sid, type, name }) => ({ key: add(sid, type, name, COLUMNS.place), type, name }));
    if (!isDialled || places.length === 0) links.push({ from: phone, to: ours, leg, isLive: isOngoing(leg) });
    for (const { key, type, name } of places)
      links.push({ from: isDialled ? phone : ours, to: key, leg, isLive: isOngoing(leg) && leg[type] === name });
  }
  const nodes = place([...drafts.values()]);
  const find = (key: string) => nodes.find((node) => node.key === key) as GraphNode;
  return {
    nodes,
    edges: links.map(({ from, to, leg, isLive }) => ({ from: find(from), to: find(to), leg, isLive })),
    columns: Math.max(...nodes.map(({ column }) => column)) + 1,
    rows: Math.max(...nodes.map(({ row }) => row)) + 1,
  };
}

/** Our number in a call: that of the first leg, for those that are dialled from it. */
function numberOf(leg: CallState, legs: readonly CallState[]): string {
  const parent = legs.find(({ sid }) => sid === leg.parentCallSid);
  if (parent !== undefined) return numberOf(parent, legs);
  return leg.direction === 'inbound' ? leg.to : leg.from;
}

/** Columns with nothing in them take no room; those with less than others stand in the middle. */
function place(drafts: readonly Omit<GraphNode, 'row'>[]): readonly GraphNode[] {
  const used = [...new Set(drafts.map(({ column }) => column))].sort();
  const most = Math.max(...used.map((column) => drafts.filter((node) => node.column === column).length));
  return used.flatMap((column, index) => {
    const own = drafts.filter((node) => node.column === column);
    return own.map((node, row) => ({ ...node, column: index, row: row + (most - own.length) / 2 }));
  });
}
