package io.mooring.checker.distributed;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server waits for its workers.
 *
 * @param address where it listens; port 0 for a free one
 * @param secret what a worker must have; empty for none
 * @param patience how long the run goes on without any worker
 * @param together from how many distinct states on a model is checked by all workers together
 * @param expected how many workers must have joined before the first check; 1 or more
 */
public record WorkerPoolOptions(
    InetSocketAddress address, String secret, Duration patience, long together, int expected) {

  /** The port of a server that is not given another one. */
  public static final int PORT = 17_717;

  /** How long a run goes on without any worker, if it is not said. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * From how many states on a model is checked by all workers together, if it is not said: below
   * it, what the processes send to each other costs more than it saves.
   */
  public static final long TOGETHER = 1_000_000;
}
