// Compares each module of work.json with its vectors, and its rules with what Java says of steps.
import { readFileSync, writeFileSync } from "node:fs";
import { differences } from "./compiled/vectors.js";

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

function verdict(rule, before, after) {
  try {
    return rule.holds(before, after) ? "1" : "0";
  } catch {
    return "x";
  }
}

function disagreements(machine, { triples, verdicts }) {
  const found = [];
  const rules = Object.values(machine.rules);
  if (rules.length !== Object.keys(verdicts).length) {
    found.push(`${rules.length} rules instead of ${Object.keys(verdicts).length}`);
  }
  for (const rule of rules) {
    triples.forEach(([before, outputs, location], i) => {
      const after = { ...machine.steps[outputs], to: machine.steps[location].to };
      const is = verdict(rule, machine.steps[before], after);
      if (is !== verdicts[rule.property]?.[i]) {
        found.push(`${rule.property} of ${before}, ${outputs}, ${location}: ${is}`);
      }
    });
  }
  return found;
}

const results = {};
for (const { name, module, vectors, rules } of read("work.json")) {
  const machine = await import(`./${module}`);
  results[name] = {
    differences: differences(machine, read(vectors)).slice(0, 20),
    judged: rules === undefined ? 0 : rules.triples.length * Object.keys(rules.verdicts).length,
    disagreements: rules === undefined ? [] : disagreements(machine, rules).slice(0, 20),
  };
}
writeFileSync("results.json", JSON.stringify(results));
