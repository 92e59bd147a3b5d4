// The full graph of the machine: a state is a location together with the outputs of the row that
// led to it. An edge is a state and an event; a pair is an edge and the event that follows it.

import { initialRow, rowOf } from "./machine.js";

/** The states, in breadth-first order from the initial one, and the numbers of edges and pairs. */
export function makeGraph(machine) {
  const size = machine.events.length;
  const states = [];
  const numbers = new Map();
  const stateOfRow = new Int32Array(machine.rows.length).fill(-1);
  number(machine.initialEvent, initialRow(machine), null);
  for (let state = 0; state < states.length; state++) {
    const { location } = states[state];
    for (let event = 0; event < size; event++) {
      const row = location * size + event;
      if (stateOfRow[row] < 0) {
        const via = { from: location, event };
        stateOfRow[row] = number(event, rowOf(machine, location, event), via);
      }
    }
  }
  return { states, stateOfRow, edges: states.length * size, size };

  function number(event, { outcome, to, code, notifications, effects }, via) {
    const [action] = machine.events[event].text.split("(");
    const key = JSON.stringify([action, outcome, to, code, notifications, effects]);
    if (!numbers.has(key)) {
      numbers.set(key, states.length);
      states.push({ location: to, via });
    }
    return numbers.get(key);
  }
}

/** The row of an edge. */
export function rowOfEdge(graph, edge) {
  return graph.states[Math.floor(edge / graph.size)].location * graph.size + (edge % graph.size);
}

/** The path of a row, an edge or a pair: where it begins, and its events. */
export function pathOf(graph, kind, number) {
  const { size, states } = graph;
  if (kind === "rows") {
    return { start: Math.floor(number / size), events: [number % size] };
  }
  if (kind === "edges") {
    const { location, via } = states[Math.floor(number / size)];
    const event = number % size;
    return via === null
      ? { start: location, events: [event], begins: true }
      : { start: via.from, events: [via.event, event] };
  }
  const path = pathOf(graph, "edges", Math.floor(number / size));
  return { ...path, events: [...path.events, number % size] };
}
