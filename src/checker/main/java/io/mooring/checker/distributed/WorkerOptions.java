package io.mooring.checker.distributed;

import java.net.InetSocketAddress;

/**
 * How a worker works.
 *
 * @param server where the server listens
 * @param secret what the server must have, too; empty for none
 * @param atOnce how many checks it does at the same time
 * @param processors how many threads it gives a check that all workers do together
 */
public record WorkerOptions(InetSocketAddress server, String secret, int atOnce, int processors) {}
