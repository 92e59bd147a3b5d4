// Reads what happened from a file: a counterexample, a trace or a list. It reads in slices, and
// between them the page lives on.

import { makeItf } from "./itf.js";
import { makeList } from "./list.js";
import { texts } from "./texts.js";
import { makeTrace } from "./trace.js";
import { Refused } from "./values.js";

const SLICE = 1 << 18;
const LARGEST_FILE = 200 * 2 ** 20;
const LONGEST_LINE = 1 << 20;

/**
 * What a file says of the machine. Nothing is returned if it was cancelled; a file that says
 * nothing of this machine is refused.
 */
export async function readFile(machine, file, job) {
  const refuse = (problem, ...what) => {
    throw new Refused(texts.unreadable[problem](...what));
  };
  if (file.size > LARGEST_FILE) {
    refuse("large", file.size, LARGEST_FILE);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let form = null;
  for (let at = 0; at < file.size; at += SLICE) {
    const bytes = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
    await new Promise((done) => setTimeout(done));
    if (job.cancelled) {
      return undefined;
    }
    if (bytes.includes(0) || (at === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b)) {
      refuse("binary");
    }
    let text;
    try {
      text = decoder.decode(bytes, { stream: at + SLICE < file.size });
    } catch {
      refuse("encoding");
    }
    form ??= formOf(machine, text, file.size <= SLICE);
    form.add(text);
    job.progress(Math.min(1, (at + SLICE) / file.size));
  }
  return (form ?? refuse("empty")).end();
}

/** The form of a file, by its first bytes. */
function formOf(machine, text, whole) {
  const begin = text.trimStart();
  if (begin === "") {
    throw new Refused(texts.unreadable.empty());
  }
  if (begin[0] === "[") {
    throw new Refused(texts.unreadable.array());
  }
  if (/^\{\s*"formatVersion"/.test(begin)) {
    throw new Refused(texts.unreadable.counts());
  }
  if (begin[0] !== "{") {
    return byLines(makeList(machine));
  }
  const end = begin.indexOf("\n");
  const first = end >= 0 ? begin.slice(0, end) : whole ? begin : "";
  let object = null;
  try {
    object = JSON.parse(first);
  } catch {
    // An object on several lines: a counterexample, or else nothing that is known.
  }
  return object !== null && !Array.isArray(object.states)
    ? byLines(makeTrace(machine))
    : makeItf(machine);
}

/** Cuts slices into lines. */
function byLines(form) {
  let rest = "";
  let number = 0;
  return {
    add(text) {
      const lines = (rest + text).split("\n");
      rest = lines.pop();
      if (rest.length > LONGEST_LINE) {
        throw new Refused(texts.unreadable.line(number + 1, LONGEST_LINE));
      }
      lines.forEach(line);
    },
    end() {
      line(rest);
      return form.end();
    },
  };

  function line(text) {
    number++;
    if (text.trim() !== "") {
      form.add(text.trim(), number);
    }
  }
}
