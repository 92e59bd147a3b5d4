// Holds where the reader is, and calls those who follow it.

/** A text of the reader's, short enough for a line. */
export function brief(text) {
  return String(text).length <= 60 ? text : `${String(text).slice(0, 60)}…`;
}

/**
 * Holds the position, and calls those who follow it when it has changed. While it is at an entry of
 * a file (entry is not -1), that file leads: steps back and forward are its entries.
 */
export function holdPosition(first) {
  let position = first;
  let leader = null;
  const followers = [];
  const entryAfter = (by) => Math.max(0, Math.min(leader.length() - 1, position.entry + by));
  return {
    get: () => position,
    follow: (follower) => followers.push(follower),
    /** Lets a file lead: its length, the position of an entry, and the entry of a place. */
    lead: (file) => (leader = file),
    set(change) {
      const before = position;
      const left = "events" in change && !("entry" in change);
      position = { ...position, ...change, ...(left ? { entry: -1 } : {}) };
      followers.forEach((each) => each(position, before));
    },
    /** Takes an event after the current place; what was ahead of it is forgotten. */
    take(event) {
      const events = [...position.events.slice(0, position.at), event];
      this.set({ events, at: events.length });
    },
    /** Takes an event in a location: the path begins anew there. */
    takeAt(start, event) {
      this.set({ start, events: [event], at: 1 });
    },
    /** Starts in a location. */
    startAt(start) {
      this.set({ start, events: [], at: 0 });
    },
    /** Moves on the path by so many steps, as far as it goes. */
    move(by) {
      if (position.entry < 0) {
        this.goTo(Math.max(0, Math.min(position.events.length, position.at + by)));
      } else {
        this.set(leader.positionOf(entryAfter(by)));
      }
    },
    /** Whether a move by so many steps leads anywhere. */
    canMove(by) {
      return position.entry < 0
        ? position.events[Math.min(position.at, position.at + by)] !== undefined
        : entryAfter(by) !== position.entry;
    },
    /** Goes to a place of the path. */
    goTo(at) {
      this.set(position.entry < 0 ? { at } : { at, entry: leader.entryAt(position.entry, at) });
    },
    /** Takes the last step back, and forgets it. */
    undo() {
      const at = Math.max(0, position.at - 1);
      this.set({ events: position.events.slice(0, at), at });
    },
  };
}
