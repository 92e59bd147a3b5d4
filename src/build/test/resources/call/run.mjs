// Plays the first schedules of a file on the page's simulator, and writes the lines that the page
// shows of each call, then when its attempts began.
import { readFileSync, writeFileSync } from "node:fs";

const [folder, schedules, out, first] = process.argv.slice(2);
const load = (name) => import(`./${folder}/${name}`);
const contract = await load("table.js");
const { callLines } = await load("call-text.js");
const { WORLD } = await load("call-settings.js");
const { playCall } = await load("simulator.js");

const all = JSON.parse(readFileSync(schedules, "utf8"));
const calls = all.slice(0, Number(first)).map((schedule) => {
  const call = playCall(contract, { ...WORLD, ...schedule });
  const attempts = call.A.attempts.map((each) => each.from).join(", ");
  return `${callLines(call).join("\n")}\n${attempts}`;
});
writeFileSync(out, JSON.stringify(calls));
