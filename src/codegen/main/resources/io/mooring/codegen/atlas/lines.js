// Links to lines of the TLA+ text, and the text of single branches.

import { h } from "./dom.js";
import { texts } from "./texts.js";
import { colouredLines } from "./tla.js";

const BRANCH = 7;
const LONGEST_BRANCH = 14;
const coloured = new Map();

/** The lines of a file of the machine, each a list of nodes; the same nodes are given once. */
function linesOf(machine, file) {
  if (!coloured.has(file)) {
    coloured.set(file, colouredLines(machine.files[file].text));
  }
  return coloured.get(file);
}

/** All lines of a file, as fresh elements. */
export function sourceLines(machine, file) {
  return linesOf(machine, file).map(lineCode);
}

function lineCode(tokens) {
  return h(
    "code",
    {},
    tokens.map(([kind, text]) => (kind === "" ? text : h("span", { class: kind }, text))),
  );
}

/** A link that shows a line of a module in the page. */
export function lineLink(context, [file, line], short = false) {
  const { machine, store } = context;
  if (file < 0) {
    return "";
  }
  const name = machine.files[file].name;
  return h(
    "button",
    {
      type: "button",
      class: "link line-link",
      "aria-label": texts.lineLabel(name, line),
      onclick: () => {
        store.set({ view: "source", file, line });
        document.getElementById("view").scrollIntoView({ block: "nearest" });
      },
    },
    short ? String(line) : `${name}:${line}`,
  );
}

/**
 * A branch of a module as coloured code: its lines, if the last one is known, or else its line and
 * those after it that are indented more.
 */
export function branchText(machine, [file, line, last = 0]) {
  if (file < 0) {
    return [];
  }
  const lines = linesOf(machine, file);
  const indent = line <= lines.length ? indentOf(lines[line - 1]) : 0;
  let end = Math.max(line, Math.min(last, line + LONGEST_BRANCH - 1));
  while (
    last === 0 &&
    end < lines.length &&
    end - line < BRANCH - 1 &&
    indentOf(lines[end]) > indent
  ) {
    end++;
  }
  return lines.slice(line - 1, end).map((tokens) => {
    const [[, space] = ["", ""], ...others] = tokens;
    return lineCode(indent <= 0 ? tokens : [["", space.slice(indent)], ...others]);
  });
}

function indentOf(tokens) {
  const [, first] = tokens[0] ?? ["", ""];
  return tokens.length === 0 ? -1 : first.length - first.trimStart().length;
}
