package io.mooring.checker.distributed;

import io.mooring.checker.tlc.RefusedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as users write them: a host, or a host and a port. */
public final class Addresses {

  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9A-Fa-f:.%\\w]+]|[^\\[\\]:\\s]+)(?::(\\d{1,5}))?");

  private static final int LAST_PORT = 65_535;

  private Addresses() {}

  /**
   * Reads {@code HOST[:PORT]}; an IPv6 address stands in brackets.
   *
   * @throws RefusedException if it has another form, or there is no such host
   */
  public static InetSocketAddress of(String text) throws RefusedException {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw refused(text);
    }
    String port = parts.group(2);
    int number = port == null ? WorkerPoolOptions.PORT : Integer.parseInt(port);
    if (number > LAST_PORT) {
      throw refused(text);
    }
    String host = parts.group(1).replaceAll("[\\[\\]]", "");
    try {
      return new InetSocketAddress(InetAddress.getByName(host), number);
    } catch (UnknownHostException unknown) {
      throw new RefusedException("there is no host " + host, "Write its name or its address.");
    }
  }

  private static RefusedException refused(String text) {
    return new RefusedException(
        "\"" + text + "\" is not HOST or HOST:PORT",
        "For example: 127.0.0.1, build-7:"
            + WorkerPoolOptions.PORT
            + ", [::1]:"
            + WorkerPoolOptions.PORT
            + ".");
  }

  /** Whether two addresses are of the same host. */
  public static boolean same(InetSocketAddress one, InetSocketAddress other) {
    return one.getAddress() != null && one.getAddress().equals(other.getAddress());
  }

  /** An address as a user writes it. */
  public static String text(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    String name = host == null ? address.getHostString() : host.getHostAddress();
    return String.format(
        Locale.ROOT, name.contains(":") ? "[%s]:%d" : "%s:%d", name, address.getPort());
  }
}
