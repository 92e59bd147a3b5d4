package io.mooring.checker.tlc;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A part of a check that several processes do together, in the checker's own distributed mode.
 *
 * <p>That mode keeps its state for a whole process and ends it when it likes, so a process does one
 * part and nothing else; the checker is on its class path.
 */
public final class SharedCheck {

  private static final String INSIDE = SharedCheck.class.getPackageName() + ".inside.SharedEntry";

  private final CheckRequest request;
  private final Path folder;
  private final Place place;
  private volatile String reason = "it gave no reason";

  /**
   * Where a process listens, and whom it lets in.
   *
   * @param bind its address
   * @param allowed the hosts from which others may connect
   */
  public record Place(InetAddress bind, List<InetAddress> allowed) {
    /** Copies the list. */
    public Place {
      allowed = List.copyOf(allowed);
    }
  }

  /** Receives the ports of a server when workers can connect. */
  @FunctionalInterface
  public interface Ready {
    /**
     * The server listens.
     *
     * @param port the port of the checker's registry
     * @param seen the port at which workers say what they have seen
     */
    void at(int port, int seen);
  }

  /** The border to the classes that know the checker; implemented once. */
  public interface Bridge {
    /** See {@link SharedCheck#serve}; a result that is no success has its reason as a message. */
    Optional<CheckResult> serve(
        RunRequest run, Place place, Ready ready, CheckProgress progress, List<String> reasons)
        throws Exception;

    /** See {@link SharedCheck#work}. */
    void work(RunRequest run, Place place, String host, int port, int seen, int threads)
        throws Exception;
  }

  /**
   * A part of a check.
   *
   * @param folder the private folder of this process
   * @param place where it listens
   */
  public SharedCheck(CheckRequest request, Path folder, Place place) {
    this.request = request;
    this.folder = folder;
    this.place = place;
  }

  /**
   * Has workers search all states, and waits until they have.
   *
   * @param ready receives the ports
   * @param progress receives how far it is, about once a second
   * @return the result if nothing is violated and all workers stayed until the end; empty otherwise
   * @throws Exception if something failed, so that nothing is known
   */
  public Optional<CheckResult> serve(Ready ready, CheckProgress progress) throws Exception {
    List<String> reasons = new java.util.concurrent.CopyOnWriteArrayList<>();
    Optional<CheckResult> result = bridge().serve(run(), place, ready, progress, reasons);
    if (!reasons.isEmpty()) {
      reason = reasons.get(0);
    }
    return result;
  }

  /** Why there is no result. */
  public String reason() {
    return reason;
  }

  /**
   * Searches for a server, until this process is ended from outside.
   *
   * @throws Exception if the server cannot be reached, or the specification not be loaded
   */
  public void work(String host, int port, int seen, int threads) throws Exception {
    bridge().work(run(), place, host, port, seen, threads);
  }

  private static Bridge bridge() throws ReflectiveOperationException {
    return Class.forName(INSIDE).asSubclass(Bridge.class).getDeclaredConstructor().newInstance();
  }

  private RunRequest run() throws TlcException {
    Path module = request.module().toAbsolutePath().normalize();
    Path composed = folder.resolve("model.cfg");
    try {
      Files.writeString(
          composed,
          ConfigFile.read(request.config())
              .composed(request.substitutions(), request.constants(), request.without()));
    } catch (IOException failure) {
      throw new TlcException(composed + ": cannot be written", failure);
    }
    return new RunRequest(
        module,
        composed,
        request.config(),
        List.of(module.resolveSibling("")),
        folder,
        request.watching(),
        request.search());
  }
}
