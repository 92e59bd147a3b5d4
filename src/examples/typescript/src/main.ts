import {
  byState,
  codes,
  Event,
  rules,
  steps,
  violated,
} from "../../../../generated/typescript/room-connection.js";
import { RoomClient, type StartTimer } from "./client.js";

/** Time that passes when this program says so, to make its output the same each time. */
class Clock {
  #now = 0;
  readonly #due = new Set<{ readonly at: number; readonly run: () => void }>();

  readonly start: StartTimer = (milliseconds, run) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#due.add(timer);
    return () => this.#due.delete(timer);
  };

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#due].filter((each) => each.at <= this.#now)) {
      this.#due.delete(timer);
      timer.run();
    }
  }
}

const clock = new Clock();
const client = new RoomClient((effect) => console.log(`  ${effect}`), clock.start);
client.subscribe(({ state, reason }, { from }) =>
  console.log(`${from} -> ${state} (${reason}, ${codes.ConnectionReason[reason]})`),
);
client.subscribe(
  byState({ FAILED: () => console.log("The window is used up.") }, () => undefined),
);

client.send(Event.INITIALIZE);
client.send(Event.JOIN_CHANNEL);
client.send(Event.JOIN_CHANNEL);
client.send(Event.JOINED);
client.send(Event.SIGNAL_LOST);
clock.pass(40_000);
client.send(Event.LEAVE_CHANNEL);
console.log(`At the end: ${client.location}`);

const broken = steps.flatMap((before) =>
  steps.filter((after) => after.from === before.to && violated(before, after) !== undefined),
);
console.log(`${Object.keys(rules).length} rules, ${broken.length} steps that violate one`);
