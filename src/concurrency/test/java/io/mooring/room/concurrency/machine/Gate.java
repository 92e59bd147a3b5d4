package io.mooring.room.concurrency.machine;

/** A generated turnstile without its types, which are compiled only when the test runs. */
public interface Gate {

  /** A coin is put in; returns the outcome. */
  String insert(int coin);

  /** The arm is pushed; returns the outcome. */
  String push();

  /** The gate is set back; returns the outcome. */
  String reset();

  /** The getter. */
  String location();

  /** Throws if something that followed from a decision did not happen once and in order. */
  void requireNothingOwed();
}
