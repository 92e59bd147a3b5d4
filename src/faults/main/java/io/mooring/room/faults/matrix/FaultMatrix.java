package io.mooring.room.faults.matrix;

import io.mooring.room.faults.Fault;
import io.mooring.room.faults.FaultyLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every fault, and what each layer finds of it. */
final class FaultMatrix {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * The result of a layer for a fault.
   *
   * @param events how many events it gave, until it found something or was through
   * @param found what it found; empty if nothing
   */
  record Cell(long events, String found) {
    boolean isKill() {
      return !found.isEmpty();
    }
  }

  private FaultMatrix() {}

  /**
   * Runs every layer on a library.
   *
   * @throws IllegalStateException if a layer itself breaks
   */
  static Map<Layer, Cell> row(FaultyLibrary library) throws InterruptedException {
    Map<Layer, Cell> row = new EnumMap<>(Layer.class);
    for (Layer layer : Layer.values()) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(library);
      try {
        row.put(layer, cell(layer, search(layer, library), LIMIT));
      } finally {
        thread.setContextClassLoader(before);
      }
    }
    return row;
  }

  /** Runs every layer on a library with each of the faults. */
  static Map<Fault, Map<Layer, Cell>> of(Iterable<Fault> faults, Path home, Path folder)
      throws IOException, InterruptedException {
    Map<Fault, Map<Layer, Cell>> rows = new LinkedHashMap<>();
    for (Fault fault : faults) {
      try (FaultyLibrary library = FaultyLibrary.with(fault, home, folder.resolve(fault.name()))) {
        rows.put(fault, row(library));
      }
    }
    return rows;
  }

  /**
   * Runs one layer on a separate thread, with the context class loader of the caller.
   *
   * @param how the layer as the library's loader has it
   * @param limit after which it hangs
   * @throws IllegalStateException if it breaks
   */
  static Cell cell(Layer layer, Callable<Map.Entry<Long, String>> how, Duration limit)
      throws InterruptedException {
    FutureTask<Map.Entry<Long, String>> search = new FutureTask<>(how);
    Thread thread = new Thread(search, layer.name());
    thread.setDaemon(true);
    thread.start();
    try {
      Map.Entry<Long, String> found = search.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Cell(found.getKey(), found.getValue());
    } catch (TimeoutException late) {
      thread.interrupt();
      return new Cell(0, "it hangs");
    } catch (ExecutionException failed) {
      throw new IllegalStateException(layer + " broke", failed.getCause());
    }
  }

  /** The layer as the library's loader has it. */
  @SuppressWarnings("unchecked") // a layer is a callable of exactly this
  private static Callable<Map.Entry<Long, String>> search(Layer layer, FaultyLibrary library) {
    try {
      Class<?> loaded = Class.forName(Layer.class.getName(), true, library);
      for (Object constant : loaded.getEnumConstants()) {
        if (constant.toString().equals(layer.name())) {
          return (Callable<Map.Entry<Long, String>>) constant;
        }
      }
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("The layers are not among the library's classes", missing);
    }
    throw new IllegalStateException(layer + " is not among the library's layers");
  }
}
