// Whether an entry of a file is a row of the table.

import { codeText, notificationText } from "./machine.js";
import { texts } from "./texts.js";
import { shortText } from "./values.js";

/** What an entry says otherwise than the row, in one line; null if it is the row. */
export function differs(machine, row, file) {
  const said = {
    outcome: [file.outcome, texts.outcomes[row.outcome]],
    to: [locationName(machine, file.to), machine.locations[row.to].name],
    code: [file.code, row.code],
    notifications: [file.notifications, row.notifications],
    effects: [file.effects, row.effects],
  };
  const wrong = Object.entries(said).filter(
    ([, [is, must]]) => is !== undefined && JSON.stringify(is) !== JSON.stringify(must),
  );
  if (wrong.length === 0) {
    return null;
  }
  const [name, [is, must]] = wrong[0];
  const where = machine.locations[row.from].name;
  const words = (value) => shortText(partWords(machine, name, value), 160);
  return texts.otherwise(row.event.text, where, texts.parts[name], words(is), words(must));
}

function locationName(machine, location) {
  return location === null || location === undefined ? undefined : machine.locations[location].name;
}

function partWords(machine, name, value) {
  const list = name === "notifications" ? value.map((each) => each.join(", ")) : value;
  return Array.isArray(list) ? list.join("; ") || texts.notNotified : list || texts.notNotified;
}

/** What a row does, in one line. */
export function rowText(machine, row) {
  const notified = row.notifications.map((each) => notificationText(machine, each));
  const parts = [
    row.outcome === 0 && row.to !== row.from && texts.goes(machine.locations[row.to].name),
    row.outcome > 0 && texts.outcomes[row.outcome],
    row.outcome === 2 && codeText(machine, row),
    ...notified.map((each) => `(${each})`),
  ].filter((each) => each);
  return parts.length === 0 ? texts.stays : parts.join(" ");
}
