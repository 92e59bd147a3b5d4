package io.mooring.room.spring.boot;

/** The engines that a connection can run on; they take the same steps. */
public enum EngineChoice {

  /** The generated transition table: two array reads a step. */
  GENERATED,

  /** The generated Spring Statemachine configuration; it needs {@code mooring-spring}. */
  SPRING_STATEMACHINE
}
