// A model file, as the generator writes it, brought into the form of the page's own machine. A file
// is untrusted: what it must have is checked, and what is wrong is said in one line.

import { checksum } from "./checksum.js";
import { indexMachine, OUTCOMES } from "./machine.js";
import { brief } from "./hold.js";
import { texts } from "./texts.js";

const MEMBERS = [
  "module doc provenance enumerations records variables outputs eventDoc events timers answers",
  "locations initial steps helpers properties",
].flatMap((each) => each.split(" "));
const OPTIONAL = ["timing"];
const DEEPEST = 40;

/** The machine of a model file; an error with a message for the reader if it is none. */
export function readModel(json) {
  return machineOfModel(parsedModel(json));
}

/** The same of what was parsed. */
export function machineOfModel(model) {
  if (!isRecord(model) || typeof model.module !== "string" || !isRecord(model.provenance)) {
    failFile(texts.problems.noModel);
  }
  const missing = MEMBERS.find((each) => model[each] === undefined);
  if (missing !== undefined) {
    failFile(texts.problems.missing(missing));
  }
  const unknown = Object.keys(model).find((each) => ![...MEMBERS, ...OPTIONAL].includes(each));
  if (unknown !== undefined) {
    failFile(texts.problems.unknown(brief(unknown)));
  }
  return indexMachine(machineOf(model));
}

function parsedModel(json) {
  try {
    return JSON.parse(json);
  } catch {
    return failFile(texts.problems.noJson);
  }
}

function machineOf(model) {
  const files = [];
  const { constants, recordFields, typed } = makeTypes(model);
  const output = (name) => listOf(model, "outputs").find((each) => each?.name === name)?.type;
  const variables = namedList(model, "variables");
  const events = namedList(model, "events");
  const locations = namedList(model, "locations");
  const fields = recordFields(output("notifications")?.element?.name);
  const steps = listOf(model, "steps");
  if (steps.length !== locations.length * events.length) {
    failFile(texts.problems.steps(steps.length, locations.length, events.length));
  }
  const results = steps.map(result);
  const timing = isRecord(model.timing) ? model.timing : { durations: [], bounds: [] };
  const bounds = listOf(timing, "bounds");
  return {
    module: model.module,
    digest: textOf(model.provenance, "specSha256"),
    files,
    publicState: variables.findIndex((each) => each.type?.is === "EnumType"),
    codes: output("code")?.name ?? "",
    fields: fields.map((each) => ({
      name: textOf(each, "name"),
      type: each.type?.is === "EnumType" ? textOf(each.type, "name") : "",
    })),
    variables: variables.map((each) => ({ name: each.name, line: line(each) })),
    enumerations: namedList(model, "enumerations").map((each) => ({
      name: each.name,
      constants: constants.get(each.name),
    })),
    events: events.map((each) => ({
      name: each.name,
      text: eventText(each),
      command: each.command === true,
      line: line(each),
    })),
    timers: listOf(model, "timers").map((each) => {
      const span = bounds.find((bound) => bound?.timer === textOf(each, "constant"));
      return {
        name: each.constant,
        arm: textOf(each, "arm"),
        cancel: textOf(each, "cancel"),
        fact: textOf(each, "fact"),
        least: span?.atLeast,
        most: span?.atMost,
      };
    }),
    durations: namedList(timing, "durations").map((each) => ({
      name: each.name,
      seconds: numberOf(each, "seconds", Infinity),
      line: line(each),
    })),
    answers: listOf(model, "answers").map((each) =>
      ["command", "event", "code"].map((part) => textOf(each, part)),
    ),
    properties: namedList(model, "properties").map((each) => ({
      name: each.name,
      kind: textOf(each, "kind"),
      checksum: formula(each),
      line: line(each),
    })),
    helpers: namedList(model, "helpers").map((each) => ({
      name: each.name,
      checksum: formula(each),
      line: line(each),
    })),
    locations: locations.map((each) => ({
      name: each.name,
      values: variables.map(({ name, type }) => typed(type, memberOf(each.values, name))),
    })),
    initial: numberOf(model.initial, "to", locations.length),
    begin: result(model.initial, steps.length),
    decide: (location, event) => results[location * events.length + event],
  };

  function result(step, i) {
    if (i < steps.length && step?.from * events.length + step?.event !== i) {
      failFile(texts.problems.order(i));
    }
    const outcome = OUTCOMES.indexOf(textOf(step, "outcome"));
    if (outcome < 0) {
      failFile(texts.problems.member("outcome", brief(step.outcome)));
    }
    return {
      outcome,
      to: numberOf(step, "to", locations.length),
      code: step.code === undefined ? "" : textOf(step, "code"),
      notifications: listOf(step, "notifications").map((each) =>
        fields.map(({ name }) => textOf(each, name)),
      ),
      effects: listOf(step, "effects").map(String),
      line: line(step),
    };
  }

  function line({ line: place }) {
    const name = textOf(place, "file");
    const found = files.findIndex((each) => each.name === name);
    const file = found < 0 ? files.push({ name }) - 1 : found;
    return [file, numberOf(place, "line", Infinity)];
  }
}

/** The enumerations and records of a model, and its values as TLA+ text. */
function makeTypes(model) {
  const constants = new Map(
    namedList(model, "enumerations").map((each) => [
      each.name,
      namedList(each, "constants").map(({ name, value }) => ({
        name,
        json: JSON.stringify(value),
        value: typeof value === "string" ? value : typed(undefined, value),
      })),
    ]),
  );
  const records = new Map(namedList(model, "records").map((each) => [each.name, each]));
  return { constants, recordFields, typed };

  function recordFields(name) {
    const record = records.get(name);
    return record === undefined ? [] : namedList(record, "fields");
  }

  /** A value as TLA+, with the constants of enumerations by their names. */
  function typed(type, value, depth = 0) {
    const inner = (kind, each) => typed(kind, each, depth + 1);
    if (depth > DEEPEST) {
      failFile(texts.problems.deep);
    }
    if (type?.is === "EnumType") {
      const json = JSON.stringify(value);
      const found = constants.get(type.name)?.find((each) => each.json === json);
      return found?.name ?? failFile(texts.problems.member(brief(type.name), brief(json)));
    }
    if (typeof value === "boolean") {
      return value ? "TRUE" : "FALSE";
    }
    if (typeof value === "number") {
      return String(value);
    }
    if (typeof value === "string") {
      return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
    }
    if (isRecord(value) && typeof value.model === "string") {
      return value.model;
    }
    if (isRecord(value) && Array.isArray(value.set)) {
      return `{${value.set.map((each) => inner(type?.element, each)).join(", ")}}`;
    }
    if (isRecord(value) && Array.isArray(value.sequence)) {
      return `<<${value.sequence.map((each) => inner(type?.element, each)).join(", ")}>>`;
    }
    const pairs = pairsOf(value);
    if (type?.is === "RecordOf" && isRecord(value?.record)) {
      const parts = recordFields(type.name).map(
        (each) => `${each.name} |-> ${inner(each.type, memberOf(value.record, each.name))}`,
      );
      return `[${parts.join(", ")}]`;
    }
    if (type?.is !== "MapOf" && isRecord(value?.record)) {
      const parts = Object.entries(value.record).map(
        ([name, each]) => `${name} |-> ${inner(undefined, each)}`,
      );
      return `[${parts.join(", ")}]`;
    }
    const parts = pairs.map((pair) => {
      const [key, each] = Array.isArray(pair) ? pair : [];
      return `${inner(type?.key, key)} :> ${inner(type?.value, each)}`;
    });
    return `(${parts.join(" @@ ")})`;
  }
}

/** The pairs of a function, or of a record that is meant as one. */
function pairsOf(value) {
  if (isRecord(value?.record)) {
    return Object.entries(value.record);
  }
  return Array.isArray(value?.function)
    ? value.function
    : failFile(texts.problems.member("value", brief(JSON.stringify(value))));
}

function eventText(event) {
  const values = Object.values(isRecord(event.parameters) ? event.parameters : {});
  const { typed } = makeTypes({ enumerations: [], records: [] });
  const action = textOf(event, "action");
  return values.length === 0
    ? action
    : `${action}(${values.map((each) => typed(undefined, each)).join(", ")})`;
}

function formula({ parameters, body }) {
  return checksum(JSON.stringify(parameters ?? null) + JSON.stringify(body ?? null));
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberOf(object, name) {
  return isRecord(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

function textOf(object, name) {
  const value = memberOf(object, name);
  return typeof value === "string" ? value : failFile(texts.problems.member(name, brief(value)));
}

function numberOf(object, name, limit) {
  const value = memberOf(object, name);
  const fits = Number.isInteger(value) && value >= 0 && value < limit;
  return fits ? value : failFile(texts.problems.member(name, brief(value)));
}

function listOf(object, name) {
  const value = memberOf(object, name);
  return Array.isArray(value) ? value : failFile(texts.problems.member(name, brief(value)));
}

/** A list of objects whose names are different. */
function namedList(object, name) {
  const all = listOf(object, name);
  const names = new Set(all.map((each) => textOf(each, "name")));
  return names.size === all.length ? all : failFile(texts.problems.twice(name));
}

function failFile(message) {
  throw Object.assign(new Error(message), { ofFile: true });
}
