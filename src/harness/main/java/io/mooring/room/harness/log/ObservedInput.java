package io.mooring.room.harness.log;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;

/** An input that a connection decides or discards. */
public sealed interface ObservedInput {

  /** The event of the contract. */
  Event event();

  /** The input in a few words. */
  String text();

  /** Calls the method of the handler for this kind of input. */
  <R> R apply(Handler<R> handler);

  /**
   * A method for each kind of input.
   *
   * @param <R> what the methods return
   */
  interface Handler<R> {
    /** A command. */
    R command(Command command);

    /** A fact. */
    R fact(Fact fact);

    /** A timer that fires. */
    R firing(Firing firing);

    /** The success of an attempt. */
    R success(Success success);
  }

  /**
   * The user gives a command.
   *
   * @param event the command
   */
  record Command(Event event) implements ObservedInput {
    @Override
    public String text() {
      return event.action();
    }

    @Override
    public <R> R apply(Handler<R> handler) {
      return handler.command(this);
    }
  }

  /**
   * A session reports a fact.
   *
   * @param event the fact
   * @param session the session, from 1
   */
  record Fact(Event event, int session) implements ObservedInput {
    @Override
    public String text() {
      return event.action() + " of session " + session;
    }

    @Override
    public <R> R apply(Handler<R> handler) {
      return handler.fact(this);
    }
  }

  /**
   * A timer fires.
   *
   * @param timer the timer
   * @param run the number of its arming, of all timers, from 1; 0 for a window that was over before
   *     it could be armed, because there was no process for so long
   */
  record Firing(Timer timer, int run) implements ObservedInput {
    @Override
    public Event event() {
      return timer.fact();
    }

    @Override
    public String text() {
      return timer.value() + " (run " + run + ")";
    }

    @Override
    public <R> R apply(Handler<R> handler) {
      return handler.firing(this);
    }
  }

  /**
   * An attempt to reconnect reports that it got the client into the room.
   *
   * @param attempt of all attempts, from 1
   */
  record Success(int attempt) implements ObservedInput {
    @Override
    public Event event() {
      return Event.REJOINED;
    }

    @Override
    public String text() {
      return "the success of attempt " + attempt;
    }

    @Override
    public <R> R apply(Handler<R> handler) {
      return handler.success(this);
    }
  }
}
