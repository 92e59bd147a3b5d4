package io.mooring.room.janus;

import io.mooring.room.spec.Timing;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The configuration of a transport. */
record Settings(
    RoomDirectory directory,
    HttpClient client,
    @Nullable ProxySelector proxy,
    JanusObserver observer,
    @Nullable String display,
    @Nullable Secret pin,
    @Nullable Secret token,
    @Nullable Secret apiSecret,
    boolean textIds,
    Duration connectTimeout,
    Duration directoryTimeout,
    Duration keepAlive,
    Duration silence,
    Duration ownSessionPatience,
    Duration takenIdPatience,
    Duration sessionTimeout,
    int largestMessage,
    int deepestMessage) {

  /** Characters that control a terminal or break a line. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /** The maximum length of a text of the server that is passed on. */
  private static final int WORDS = 200;

  static Settings of(JanusTransport.Builder from, TransportThreads threads) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .executor(threads.io())
            .connectTimeout(from.connectTimeout)
            .proxy(from.proxy == null ? HttpClient.Builder.NO_PROXY : from.proxy);
    if (from.authenticator != null) {
      client.authenticator(from.authenticator);
    }
    if (from.sslContext != null) {
      client.sslContext(from.sslContext);
    }
    return new Settings(
        from.directory,
        client.build(),
        from.proxy,
        from.observer,
        from.display,
        from.pin,
        from.token,
        from.apiSecret,
        from.textIds,
        from.connectTimeout,
        from.directoryTimeout,
        from.keepAlive,
        from.silence,
        from.ownSessionPatience,
        from.takenIdPatience,
        from.sessionTimeout,
        from.largestMessage,
        from.deepestMessage);
  }

  static Duration positive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, but was " + duration);
    }
    return duration;
  }

  static Duration notNegative(Duration duration, String name) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be >= 0, but was " + duration);
    }
    return duration;
  }

  static void requireBeats(Duration every, Duration silent) {
    positive(every, "every");
    positive(silent, "silent");
    if (every.compareTo(silent) >= 0 || silent.compareTo(Timing.DETECTION_AT_MOST) > 0) {
      throw new IllegalArgumentException(
          "keepAlive must be shorter than the silence, and that at most "
              + Timing.DETECTION_AT_MOST
              + ", but were "
              + every
              + " and "
              + silent);
    }
  }

  static void requireLimits(int characters, int levels) {
    if (characters <= 0 || levels <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive, but were "
              + characters
              + " characters and "
              + levels
              + " levels");
    }
  }

  /** A text of the server without control characters and without secrets that it repeats. */
  String quoted(String words) {
    String clean = words;
    for (String secret : secrets()) {
      clean = clean.replace(secret, "(hidden)");
    }
    clean = UNSEEN.matcher(clean).replaceAll(" ");
    return clean.length() > WORDS ? clean.substring(0, WORDS) + "..." : clean;
  }

  private List<String> secrets() {
    return Stream.of(pin, token, apiSecret)
        .filter(secret -> secret != null)
        .map(Secret::reveal)
        .toList();
  }

  /** Shows no component: some are secret. */
  @Override
  public String toString() {
    return "Settings";
  }
}
