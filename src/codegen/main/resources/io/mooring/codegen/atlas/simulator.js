// A call of two users on virtual time. What an event does, the table decides; here is the rest:
// timers and attempts, the network of A, and the server that waits for its packets.
//
// It has no number. How long timers, attempts and pauses take comes from the contract, which was
// generated from the timing module; when what happens to the network, and how long packets and the
// server take, comes from the schedule. All times are milliseconds, counted from the loss.

/** Whether a contract has what a call needs. */
export function hasCalls({ durations, timers }) {
  return durations.FIRST_ROUND !== undefined && timers.RECONNECT_WINDOW !== undefined;
}

/** Plays a call: what happened to both users, what the server notified of, and when. */
export function playCall(contract, schedule) {
  const time = makeTime(schedule.join.B);
  const room = makeRoom(time, schedule.patience);
  const lengths = {
    JOIN_TIMEOUT: contract.timers.JOIN_TIMEOUT.longest,
    RECONNECT_WINDOW: schedule.window,
  };
  const user = (name) => makeUser(name, { contract, lengths, time, room, schedule });
  const users = { A: user("A"), B: user("B") };
  time.at(schedule.join.B, users.B.join);
  time.at(schedule.join.A, () => {
    users.A.join();
    time.at(schedule.lost, users.A.lose);
    if (schedule.back !== null) {
      time.at(schedule.back, users.A.heal);
    }
  });
  time.run(schedule.end);
  return {
    schedule,
    initial: contract.initial.to,
    A: users.A.seen,
    B: users.B.seen,
    notifications: room.notifications,
    silences: room.silences,
  };
}

/** Virtual time: what is due at the same moment runs in the order in which it was scheduled. */
function makeTime(begin) {
  const tasks = [];
  let now = begin;
  const at = (due, run) => {
    const task = { due, run };
    tasks.push(task);
    tasks.sort((one, other) => one.due - other.due);
    return () => (task.run = null);
  };
  return {
    now: () => now,
    at,
    after: (delay, run) => at(now + delay, run),
    run(end) {
      for (let task = tasks.shift(); task !== undefined && task.due <= end; task = tasks.shift()) {
        now = task.due;
        task.run?.();
      }
    },
  };
}

/** The room on the server: its members, and what it notifies the others of. */
function makeRoom(time, patience) {
  const members = new Map();
  const notifications = [];
  const silences = [];
  return { notifications, silences, receive, lose, leave: (name) => remove(name, "LEFT") };

  /** A packet of a member has arrived. */
  function receive(name) {
    if (members.has(name)) {
      members.get(name)?.();
    } else {
      members.set(name, null);
      notifyOthers(name, "JOINED");
    }
  }

  /** From now on no packet of the member arrives. */
  function lose(name) {
    if (members.has(name)) {
      const silence = { from: time.now(), due: time.now() + patience, to: null };
      const cancel = time.at(silence.due, () => remove(name, "TIMED_OUT"));
      silences.push(silence);
      members.set(name, () => {
        cancel();
        silence.to ??= time.now();
      });
    }
  }

  function remove(name, presence) {
    if (members.has(name)) {
      members.get(name)?.();
      members.delete(name);
      notifyOthers(name, presence);
    }
  }

  function notifyOthers(about, presence) {
    for (const to of members.keys()) {
      if (to !== about) {
        notifications.push({ at: time.now(), to, about, presence });
      }
    }
  }
}

/** A user: the connection as the table has it, and the network between it and the room. */
function makeUser(name, { contract, lengths, time, room, schedule }) {
  const seen = { steps: [], changes: [], timers: [], attempts: [] };
  const running = new Map();
  let location = contract.initial.to;
  let up = true;
  let noticing = null;
  let episode = null;

  const transport = {
    OPEN_TRANSPORT: () => send(() => happens("JOINED")),
    CLOSE_TRANSPORT: () => stopNoticing(),
    ANNOUNCE_LEAVE: () => up && time.after(schedule.oneWay, () => room.leave(name)),
    START_RECONNECTING: () => beginEpisode(),
    STOP_RECONNECTING: () => {
      episode?.stop();
      episode = null;
    },
  };
  return { seen, join, lose, heal };

  function join() {
    happens("INITIALIZE");
    happens("JOIN_CHANNEL");
  }

  /** The table decides; the effects are carried out in their order. */
  function happens(event) {
    const taken = contract.step(location, event);
    location = taken.to;
    seen.steps.push({ at: time.now(), event, to: location });
    taken.notifications.forEach((each) => seen.changes.push({ at: time.now(), ...each }));
    for (const effect of taken.effects) {
      for (const [timer, facts] of Object.entries(contract.timers)) {
        if (effect === facts.cancel || effect === facts.arm) {
          stopTimer(timer);
        }
        if (effect === facts.arm) {
          startTimer(timer, facts.fact);
        }
      }
      transport[effect]?.();
    }
  }

  function startTimer(timer, fact) {
    const span = { timer, from: time.now(), due: time.now() + lengths[timer], to: null };
    seen.timers.push(span);
    const cancel = time.at(span.due, () => {
      stopTimer(timer);
      happens(fact);
    });
    running.set(timer, () => {
      cancel();
      span.to = time.now();
    });
  }

  function stopTimer(timer) {
    running.get(timer)?.();
    running.delete(timer);
  }

  /** A packet arrives if the network is up when it is sent, and so does its answer. */
  function send(answer) {
    if (up) {
      time.after(schedule.oneWay, () => {
        room.receive(name);
        time.after(schedule.oneWay, answer);
      });
    }
  }

  function lose() {
    up = false;
    room.lose(name);
    noticing = time.after(schedule.detection, () => happens("MEDIA_LOST"));
  }

  function heal() {
    up = true;
    if (noticing !== null) {
      stopNoticing();
      if (episode === null) {
        // The loss was not noticed: media flows on.
        room.receive(name);
      }
    }
  }

  function stopNoticing() {
    noticing?.();
    noticing = null;
  }

  /** One attempt after the other: each with its time limit, and a pause before the next one. */
  function beginEpisode() {
    const { FIRST_ROUND, SECOND_ROUND, THIRD_ROUND, BACK_OFF_AT_LEAST } = contract.durations;
    const rounds = [FIRST_ROUND, SECOND_ROUND, THIRD_ROUND];
    const own = { attempt: null, cancel: null, stop };
    episode = own;
    begin();

    function begin() {
      const limit = rounds.shift();
      rounds.push(limit);
      const attempt = { from: time.now(), due: time.now() + limit, to: null };
      seen.attempts.push(attempt);
      own.attempt = attempt;
      own.cancel = time.at(attempt.due, () => {
        end();
        own.cancel = time.after(BACK_OFF_AT_LEAST, begin);
      });
      ask(attempt);
    }

    function ask(attempt) {
      if (own.attempt === attempt && time.now() < attempt.due) {
        send(() => succeed(attempt));
        time.after(schedule.betweenPackets, () => ask(attempt));
      }
    }

    /** While the client tries to get back, the success of an attempt that is over is stale. */
    function succeed(attempt) {
      if (episode === null || own.attempt === attempt) {
        happens("REJOINED");
      }
    }

    function end() {
      if (own.attempt !== null) {
        own.attempt.to = time.now();
        own.attempt = null;
      }
    }

    function stop() {
      end();
      own.cancel?.();
    }
  }
}
