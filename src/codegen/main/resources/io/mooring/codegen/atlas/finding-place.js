// Where the reader is on the page of findings: a result, a step of it, a view. It is the fragment
// of the address, which is untrusted: only numbers that there are and known words are taken over.

import { firstStep } from "./behaviour.js";
import { findingTexts } from "./finding-texts.js";
import { brief } from "./hold.js";

const STATUSES = ["failed", "error", "skipped", "passed"];

/** Where a page begins: at what is wrong, or else at the run as a whole. */
export function firstPlace(found) {
  const number = found.single || found.cases[0]?.wrong ? 0 : -1;
  return {
    number,
    step: firstStep(found.cases[number]),
    view: "found",
    file: 0,
    line: 0,
    words: "",
    status: "",
  };
}

/** The fragment of a place, without what is as at the beginning. */
export function writePlace(found, place) {
  const first = firstPlace(found);
  const parts = new URLSearchParams();
  const put = (name, value, usual) => value !== usual && parts.set(name, String(value));
  put("result", place.number + 1, first.number + 1);
  put("step", place.step + 1, firstStep(found.cases[place.number]) + 1);
  put("view", place.view, first.view);
  put("file", place.file, 0);
  put("line", place.line, 0);
  put("words", place.words, "");
  put("status", place.status, "");
  return parts.toString();
}

/** The place that a fragment names, and what is wrong with it, in words. */
export function readPlace(found, fragment) {
  const place = firstPlace(found);
  const problems = [];
  const parts = new URLSearchParams(fragment);
  const text = (name) => parts.get(name) ?? "";
  place.number = number("result", 0, found.cases.length, place.number + 1) - 1;
  const finding = found.cases[place.number];
  place.step = number("step", 1, finding?.steps?.length ?? 1, firstStep(finding) + 1) - 1;
  place.file = number("file", 0, Math.max(0, found.files.length - 1), 0);
  place.line = number("line", 0, 1e6, 0);
  place.words = text("words").slice(0, 200);
  place.status = word("status", STATUSES, "");
  place.view = word("view", found.files.length > 0 ? ["found", "source"] : ["found"], "found");
  return { place, problems };

  function number(name, least, most, usual) {
    const value = text(name);
    if (value === "") {
      return usual;
    }
    if (!/^\d{1,7}$/.test(value) || Number(value) < least || Number(value) > most) {
      problems.push(findingTexts.badLink(name, brief(value)));
      return usual;
    }
    return Number(value);
  }

  function word(name, known, usual) {
    const value = text(name);
    if (value !== "" && !known.includes(value)) {
      problems.push(findingTexts.badLink(name, brief(value)));
    }
    return known.includes(value) ? value : usual;
  }
}
