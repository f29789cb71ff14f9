import { expect, test } from 'vitest';
import { layOut } from '../../src/console/screens/call/graph-layout.js';
import type { CallState, PlaceState } from '../../src/emulator/control/protocol.js';

const OURS = '+15550001111';
const ROOM: PlaceState = { sid: 'CF1', type: 'conference', name: 'harbour' };
const LINE: PlaceState = { sid: 'QU1', type: 'queue', name: 'support' };

function leg(sid: string, more: Partial<CallState> = {}): CallState {
  return {
    ...{ sid, phone: `phone ${sid}`, direction: 'inbound', from: `phone ${sid}`, to: OURS, status: 'in-progress', createdAt: 0 },
    ...{ heard: [], listens: { keys: false, speech: false, sound: false }, isRecorded: false, hasAudio: false, places: [] },
    ...more,
  };
}

/** What a layout draws, by the names of what is connected. */
function drawn(legs: readonly CallState[]) {
  const { nodes, edges, columns } = layOut(legs);
  return {
    columns,
    nodes: nodes.map(({ name, column }) => `${column} ${name}`),
    edges: edges.map(({ from, to, isLive }) => `${from.name} ${isLive ? '=' : '-'} ${to.name}`),
  };
}

test('three who are in a conference stand beside one number, which leads to it', () => {
  const legs = ['a', 'b', 'c'].map((sid) => leg(sid, { conference: 'harbour', places: [ROOM] }));
  expect(drawn(legs)).toEqual({
    columns: 3,
    nodes: ['0 phone a', '0 phone b', '0 phone c', `1 ${OURS}`, '2 harbour'],
    edges: ['a', 'b', 'c'].flatMap((sid) => [`phone ${sid} = ${OURS}`, `${OURS} = harbour`]),
  });
});

test('who has left the queue and was dialled into a conference is told apart from who is there', () => {
  const caller = leg('a', { places: [LINE, ROOM], conference: 'harbour' });
  const agent = leg('b', {
    direction: 'outbound-dial',
    parentCallSid: 'a',
    from: OURS,
    to: 'phone b',
    status: 'completed',
    places: [ROOM],
  });
  expect(drawn([caller, agent])).toEqual({
    columns: 4,
    nodes: ['0 phone a', `1 ${OURS}`, '2 support', '2 harbour', '3 phone b'],
    edges: [`phone a = ${OURS}`, `${OURS} - support`, `${OURS} = harbour`, 'phone b - harbour'],
  });
});

test('a dialled telephone is connected with the number of the call that dialled it', () => {
  const legs = [leg('a'), leg('b', { direction: 'outbound-dial', parentCallSid: 'a', from: 'phone a', to: 'phone b' })];
  expect(drawn(legs).edges).toEqual([`phone a = ${OURS}`, `phone b = ${OURS}`]);
  expect(drawn(legs).columns).toBe(3);
});

test('columns with less than others are centred', () => {
  const { nodes, rows } = layOut(['a', 'b', 'c'].map((sid) => leg(sid)));
  expect(rows).toBe(3);
  expect(nodes.find(({ kind }) => kind === 'number')?.row).toBe(1);
});
