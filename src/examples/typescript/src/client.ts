import {
  events,
  initial,
  notify,
  step,
  timers,
  type Effect,
  type Event,
  type Listener,
  type Location,
  type Step,
  type Timer,
} from "../../../../generated/typescript/room-connection.js";

/** Starts a timer of so many milliseconds; what it returns stops it. */
export type StartTimer = (milliseconds: number, expired: () => void) => () => void;

/**
 * The client's side of a room connection. The table decides what each event does; this class keeps
 * the location, runs the timers, has the effects carried out and notifies listeners.
 */
export class RoomClient {
  #location: Location = initial.to;
  #busy = false;
  readonly #waiting: Event[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #running = new Map<Timer, () => void>();
  readonly #carryOut: (effect: Effect) => void;
  readonly #startTimer: StartTimer;

  constructor(carryOut: (effect: Effect) => void, startTimer: StartTimer) {
    this.#carryOut = carryOut;
    this.#startTimer = startTimer;
  }

  /** Where the connection is. */
  get location(): Location {
    return this.#location;
  }

  /** Adds a listener; what is returned removes it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets a command or a fact happen: after those that wait already, if a listener calls this. */
  send(event: Event): void {
    this.#waiting.push(event);
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        this.#take(step(this.#location, next));
      }
    } finally {
      this.#busy = false;
    }
  }

  #take(taken: Step): void {
    if (taken.outcome === "REFUSED") {
      console.log(`${events[taken.event].action} is refused: ${taken.code}`);
    }
    this.#location = taken.to;
    for (const timer of taken.cancelled) {
      this.#stop(timer);
    }
    for (const timer of taken.armed) {
      this.#stop(timer);
      const { longest, fact } = timers[timer];
      this.#running.set(timer, this.#startTimer(longest, () => this.#expired(timer, fact)));
    }
    taken.effects.forEach(this.#carryOut);
    notify(taken, this.#listeners);
  }

  #stop(timer: Timer): void {
    this.#running.get(timer)?.();
    this.#running.delete(timer);
  }

  #expired(timer: Timer, fact: Event): void {
    this.#running.delete(timer);
    this.send(fact);
  }
}
