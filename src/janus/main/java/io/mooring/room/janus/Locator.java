package io.mooring.room.janus;

import static java.util.Objects.requireNonNull;

import io.mooring.room.ChannelRequest;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks up the server of a room in the directory, and a proxy in the proxy selector. */
final class Locator {
  private final Settings settings;
  private final TransportThreads threads;
  private final ChannelRequest request;

  Locator(Settings settings, TransportThreads threads, ChannelRequest request) {
    this.settings = settings;
    this.threads = threads;
    this.request = request;
  }

  /**
   * Looks up the server of the room. One of the two consumers is called, on the thread that owns
   * the sessions.
   */
  void locate(Consumer<URI> found, Consumer<String> failed) {
    AtomicBoolean answered = new AtomicBoolean();
    Future<?> limit =
        threads.after(
            settings.directoryTimeout(),
            () -> {
              if (answered.compareAndSet(false, true)) {
                failed.accept(
                    "the directory did not respond within "
                        + settings.directoryTimeout().toMillis()
                        + " ms");
              }
            });
    try {
      requireNonNull(settings.directory().locate(request), "RoomDirectory.locate returned null")
          .whenComplete(
              (server, failure) ->
                  threads.run(
                      () -> {
                        if (answered.compareAndSet(false, true)) {
                          limit.cancel(false);
                          answer(server, failure, found, failed);
                        }
                      }));
    } catch (RuntimeException | Error thrown) {
      if (answered.compareAndSet(false, true)) {
        limit.cancel(false);
        failed.accept("the directory threw " + thrown.getClass().getSimpleName());
      }
    }
  }

  private static void answer(
      @Nullable URI server,
      @Nullable Throwable failure,
      Consumer<URI> found,
      Consumer<String> failed) {
    if (failure != null) {
      failed.accept("the directory failed with " + failure.getClass().getSimpleName());
    } else if (server == null || !isServer(server)) {
      failed.accept("the directory returned no ws:// or wss:// address of a host");
    } else {
      found.accept(server);
    }
  }

  private static boolean isServer(URI server) {
    return server.getHost() != null
        && server.getFragment() == null
        && ("ws".equalsIgnoreCase(server.getScheme())
            || "wss".equalsIgnoreCase(server.getScheme()));
  }

  /** Queries the proxy selector, which may block. */
  void usesProxy(URI server, Consumer<Boolean> answer) {
    ProxySelector selector = settings.proxy();
    if (selector == null) {
      answer.accept(false);
      return;
    }
    threads
        .io()
        .execute(
            () -> {
              boolean proxied = isProxied(selector, server);
              threads.run(() -> answer.accept(proxied));
            });
  }

  private static boolean isProxied(ProxySelector selector, URI server) {
    try {
      String scheme = "wss".equalsIgnoreCase(server.getScheme()) ? "https" : "http";
      URI http =
          new URI(scheme, null, server.getHost(), server.getPort(), server.getPath(), null, null);
      return selector.select(http).stream().anyMatch(one -> one.type() == Proxy.Type.HTTP);
    } catch (URISyntaxException | RuntimeException unknown) {
      return false;
    }
  }
}
