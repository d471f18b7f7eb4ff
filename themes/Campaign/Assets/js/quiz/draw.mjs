// The twin of Site.Model/Quiz/Draws: the same seed draws the same paper here, on other devices and on paper. A test compares the two.
import { seededNumbers } from "./numbers.mjs";

/**
 * @typedef {{id: string, topic?: string, level: number, choices: number, isFixed?: boolean, scenario?: string}} Drawn a question of the quiz
 * @typedef {{draw: number, perTopic: [string, number][], levels: [number, number][], groups: string[][], required: string[]}} Blueprint
 */

/**
 * @param {{id: string, blueprint?: Blueprint, questions: Drawn[]}} quiz its blueprint gives a paper: the build has proved it
 * @param {string} seed
 * @returns {{at: number, choices: number[]}[]} the paper: places of questions in the quiz, and of each question's choices in their order
 */
export function drawPaper({ id, blueprint, questions }, seed) {
  if (!blueprint) return asWritten({ questions });
  const plan = planOf(blueprint, questions);
  const numbers = seededNumbers(`${id}/${seed}`);
  const order = numbers.shuffle(questions.length);
  const taken = questions.map((question) => blueprint.required.includes(question.id));
  let count = taken.filter(Boolean).length;
  for (const at of order.filter((place) => !taken[place])) {
    if (count === blueprint.draw) break;
    taken[at] = true;
    taken[at] = canComplete(plan, taken);
    if (taken[at]) count++;
  }

  return together(questions, order.filter((at) => taken[at])).map((at) => ({
    at,
    choices: questions[at].isFixed ? inOrder(questions[at].choices) : numbers.shuffle(questions[at].choices),
  }));
}

/** @returns all questions as they are written */
export function asWritten({ questions }) {
  return questions.map((question, at) => ({ at, choices: inOrder(question.choices) }));
}

function inOrder(count) {
  return Array.from({ length: count }, (_, i) => i);
}

// Questions of one scenario follow its first, in the order written.
function together(questions, drawn) {
  const told = new Set();
  return drawn.flatMap((at) => {
    const { scenario } = questions[at];
    if (scenario === undefined) return [at];
    if (told.has(scenario)) return [];
    told.add(scenario);
    return drawn.filter((other) => questions[other].scenario === scenario).sort((a, b) => a - b);
  });
}

function planOf({ draw, perTopic, levels, groups }, questions) {
  const withRest = (counts) => [...counts, draw - counts.reduce((sum, count) => sum + count, 0)];
  const indexOrLast = (list, value) => (list.findIndex(([name]) => name === value) + list.length + 1) % (list.length + 1);
  return {
    rows: withRest(perTopic.map(([, count]) => count)),
    columns: withRest(levels.map(([, count]) => count)),
    places: questions.map(({ id, topic, level }) => ({
      row: indexOrLast(perTopic, topic), column: indexOrLast(levels, level), group: groups.findIndex((group) => group.includes(id)),
    })),
  };
}

// Whether a paper that has these questions can be filled up as the plan asks.
function canComplete({ rows, columns, places }, taken) {
  const [rowsLeft, columnsLeft, closed] = [[...rows], [...columns], new Set()];
  for (const [at, { row, column, group }] of places.entries()) {
    if (!taken[at]) continue;
    if (--rowsLeft[row] < 0 || --columnsLeft[column] < 0 || closed.has(group)) return false;
    if (group >= 0) closed.add(group);
  }

  const free = rows.map(() => columns.map(() => 0));
  const open = new Map();
  for (const [at, place] of places.entries()) {
    if (taken[at] || closed.has(place.group)) continue;
    if (place.group < 0) free[place.row][place.column]++;
    else open.set(place.group, [...(open.get(place.group) ?? []), place]);
  }

  return fits(rowsLeft, columnsLeft, free, [...open.values()]);
}

// A flow from topics to levels through the questions that are left, a group letting one through. Nodes: source 0, rows, columns, sink, and two for each group.
function fits(rows, columns, free, groups) {
  const sink = 1 + rows.length + columns.length;
  const pipes = [];
  const lay = (start, end, room) => pipes.push({ start, end, room, sent: 0 }) - 1;
  const columnNode = (column) => 1 + rows.length + column;
  rows.forEach((count, row) => {
    lay(0, 1 + row, count);
    columns.forEach((_, column) => lay(1 + row, columnNode(column), free[row][column]));
  });
  columns.forEach((count, column) => lay(columnNode(column), sink, count));
  const ways = groups.map((places, group) => {
    const [entry, exit] = [sink + 1 + 2 * group, sink + 2 + 2 * group];
    lay(entry, exit, 1);
    return {
      entries: [...new Set(places.map(({ row }) => row))].map((row) => [row, lay(1 + row, entry, 1)]),
      exits: [...new Set(places.map(({ column }) => column))].map((column) => [column, lay(exit, columnNode(column), 1)]),
    };
  });

  let wanted = rows.reduce((sum, count) => sum + count, 0);
  while (wanted > 0) {
    const sent = push(pipes, 0, sink, wanted, new Set());
    if (sent === 0) return false;
    wanted -= sent;
  }

  const used = (ends) => ends.find(([, pipe]) => pipes[pipe].sent > 0)?.[0];
  const wrong = ways.findIndex(({ entries, exits }, group) => {
    const row = used(entries);
    return row !== undefined && !groups[group].some((place) => place.row === row && place.column === used(exits));
  });
  return wrong < 0 || ways[wrong].entries.some(([row]) =>
    fits(rows, columns, free, groups.map((places, group) => (group === wrong ? places.filter((place) => place.row === row) : places))));
}

function push(pipes, node, sink, most, seen) {
  if (node === sink) return most;
  seen.add(node);
  for (const pipe of pipes) {
    for (const [start, end, room, sign] of [[pipe.start, pipe.end, pipe.room - pipe.sent, 1], [pipe.end, pipe.start, pipe.sent, -1]]) {
      if (start !== node || room === 0 || seen.has(end)) continue;
      const sent = push(pipes, end, sink, Math.min(most, room), seen);
      if (sent > 0) {
        pipe.sent += sign * sent;
        return sent;
      }
    }
  }

  return 0;
}
