package io.mooring.room.harness.log;

import io.mooring.room.spec.Event;
import io.mooring.room.spec.Timer;

/** What a connection decides about. */
public sealed interface ObservedInput {

  /** What it is as an event of the contract. */
  Event event();

  /** The input in a few words. */
  String text();

  /** Calls the method of the handler for this kind of input. */
  <R> R apply(Handler<R> handler);

  /** A method for each kind of input. */
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
   * The world tells a fact.
   *
   * @param event the fact
   * @param session the session that it is about, from 1
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
   * @param timer which one
   * @param run which arming of any timer it was, from 1; 0 for a window that is over before it
   *     could be armed, because its process was dead for so long
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
   * @param attempt which of all attempts, from 1
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
