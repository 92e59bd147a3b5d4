// The view of a result: what it says, and its behaviour to walk. Of the run as a whole: what was
// checked, how far, and with which figures.

import { makeBehaviour } from "./behaviour.js";
import { h, put, table } from "./dom.js";
import { countsOf } from "./finding-list.js";
import { findingTexts, numberText } from "./finding-texts.js";
import { lineLink } from "./lines.js";
import { registerView } from "./views.js";

registerView("found", "r", (context) => {
  const { machine: found } = context;
  const element = h("div", { class: "walk finding" });
  let shown = null;
  let behaviour = null;
  return { element, update };

  function update(place) {
    if (place.number !== shown) {
      shown = place.number;
      const finding = context.chosen();
      behaviour = finding?.steps === undefined ? null : makeBehaviour(context, finding);
      put(element, finding === undefined ? runCard(context, found) : card(context, finding));
      behaviour && element.append(behaviour.element);
    }
    behaviour?.update(place);
  }
});

function card(context, finding) {
  const { single } = context.machine;
  return [
    h(
      "h2",
      { class: finding.status },
      finding.name,
      " ",
      !single && h("span", { class: "status" }, findingTexts.status[finding.status]),
    ),
    !single && finding.about !== "" && h("p", { class: "note" }, finding.about),
    finding.message !== "" && h("p", { class: "said" }, finding.message),
    finding.details !== "" && h("pre", {}, h("code", {}, detailLines(finding.details))),
    finding.place !== "" &&
      h("p", { class: "note" }, `${findingTexts.at} `, placed(context, finding)),
    notes(context, findingTexts.warnings, finding.warnings),
    finding.dropped > 0 && h("p", { class: "note" }, findingTexts.dropped(finding.dropped)),
    finding.steps === undefined &&
      finding.dropped === 0 &&
      h("p", { class: "note" }, findingTexts.noBehaviour),
  ];
}

/** The lines of a difference have a colour, and their signs. */
function detailLines(details) {
  return details.split("\n").map((line) => {
    const kind = line.startsWith("- ") ? "removed" : line.startsWith("+ ") ? "added" : null;
    return h("span", { class: kind }, `${line}\n`);
  });
}

function placed(context, { at, place }) {
  return at[0] >= 0 && at[1] > 0 ? lineLink(context, at) : place;
}

function notes(context, title, list) {
  return (
    list.length > 0 &&
    h(
      "div",
      { class: "notes" },
      h("h3", {}, title),
      h(
        "ul",
        {},
        list.map((each) =>
          h("li", {}, each.text, " ", each.place !== "" && placed(context, each)),
        ),
      ),
    )
  );
}

function runCard(context, found) {
  const { groups } = found;
  return [
    h("h2", {}, findingTexts.run),
    h("p", { class: "said" }, countsOf(found.counts)),
    groups.length > 1 ? models(groups) : groups.map((each) => group(context, each)),
    h("p", { class: "note" }, findingTexts.made(found)),
  ];
}

function figureName(name) {
  return findingTexts.figureNames[name] ?? name;
}

/** The models of a manifest, or the values of a sweep, in a table. */
function models(groups) {
  const figures = [...new Set(groups.flatMap((each) => each.figures.map(([name]) => name)))];
  return h(
    "div",
    { class: "scroll" },
    table(
      findingTexts.models,
      [
        findingTexts.name,
        findingTexts.result,
        ...figures.map(figureName),
        findingTexts.textNames.within,
      ],
      groups.map((each) => {
        const values = new Map(each.figures);
        return [
          each.name,
          each.result,
          ...figures.map((name) => (values.has(name) ? numberText(values.get(name)) : "")),
          textsOf(each, "within").join(" "),
        ];
      }),
    ),
  );
}

function textsOf(group, name) {
  return group.texts.filter(([each]) => each === name).flatMap(([, lines]) => lines);
}

function group(context, each) {
  return h(
    "section",
    {},
    h("h3", {}, each.name),
    h("p", {}, each.result),
    h(
      "dl",
      { class: "figures" },
      each.figures.map(([name, value]) => term(figureName(name), [numberText(value)])),
      each.texts
        .filter(([, lines]) => lines.length > 0)
        .map(([name, lines]) => term(findingTexts.textNames[name] ?? name, lines)),
      each.files.length > 0 && term(findingTexts.files, each.files),
      each.printed.length > 0 && term(findingTexts.printed, each.printed),
    ),
    coverage(context, each.coverage),
  );
}

function term(name, values) {
  return h("div", {}, h("dt", {}, name), values.map((each) => h("dd", {}, each)));
}

/** What was never taken comes first. */
function coverage(context, counted) {
  return (
    counted !== null && [
      table(
        findingTexts.coverage,
        [findingTexts.action, findingTexts.times, findingTexts.newStates],
        [...counted.actions]
          .sort((one, other) => Number(one.steps > 0) - Number(other.steps > 0))
          .map((each) => [
            each.place === "" ? each.name : [each.name, " ", placed(context, each)],
            each.steps === 0 ? findingTexts.never : numberText(each.steps),
            numberText(each.newStates),
          ]),
      ),
      notes(context, findingTexts.unevaluated, counted.unevaluated),
    ]
  );
}
