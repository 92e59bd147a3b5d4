package io.mooring.checker.distributed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The first messages of a connection: each side proves that it has the secret without sending it,
 * and the server decides whether the worker's identity is its own.
 *
 * <p>The secret says who may join. What is sent afterwards is neither encrypted nor signed.
 */
final class Handshake {

  /** The form of the messages. */
  static final int PROTOCOL = 1;

  private static final int NONCE = 24;
  private static final String MAC = "HmacSHA256";

  private Handshake() {}

  /** The other side, or this one, does not want to go on; the message is a sentence. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  /**
   * A worker as it introduces itself.
   *
   * @param identity on what its verdicts depend
   * @param atOnce how many checks it does at the same time
   * @param processors how many processors it has
   */
  record Introduction(Identity identity, int atOnce, int processors) {}

  /**
   * The server's side.
   *
   * @param own the server's identity
   * @param name how it calls the worker
   * @throws Refused if the worker is not wanted; it has been sent the reason
   */
  static Introduction accept(MessageConnection connection, Identity own, String secret, String name)
      throws IOException, Refused {
    String nonce = nonce();
    connection.send(
        MessageConnection.message("server").put("protocol", PROTOCOL).put("nonce", nonce));
    JsonNode hello = connection.receive();
    Optional<String> reason = reason(hello, own, secret, nonce);
    if (reason.isPresent()) {
      connection.send(MessageConnection.message("refused").put("reason", reason.get()));
      throw new Refused(reason.get());
    }
    String both = nonce + hello.path("nonce").asText();
    connection.send(
        MessageConnection.message("welcome")
            .put("proof", proof(secret, "server" + both))
            .put("name", name));
    return introduction(hello);
  }

  private static Introduction introduction(JsonNode hello) {
    return RecordJson.whole().read(hello.path("worker"), Introduction.class);
  }

  private static Optional<String> reason(
      JsonNode hello, Identity own, String secret, String nonce) {
    if (!MessageConnection.type(hello).equals("worker")
        || hello.path("protocol").asInt() != PROTOCOL) {
      return Optional.of(
          "the server speaks version "
              + PROTOCOL
              + " of the protocol and the worker "
              + hello.path("protocol").asText("none")
              + "; install the same version of Mooring");
    }
    String both = nonce + hello.path("nonce").asText();
    if (!same(proof(secret, "worker" + both), hello.path("proof").asText())) {
      return Optional.of(
          "the worker has "
              + (secret.isEmpty() ? "a secret and the server none" : "not the server's secret")
              + "; both take it from --secret FILE or MOORING_SECRET");
    }
    try {
      return own.refusal(introduction(hello).identity());
    } catch (IllegalArgumentException unreadable) {
      return Optional.of("the worker's introduction cannot be read; install the same version");
    }
  }

  /**
   * The worker's side.
   *
   * @return how the server calls this worker
   * @throws Refused if the server does not want this worker, or does not have the secret
   */
  static String join(MessageConnection connection, Introduction own, String secret)
      throws IOException, Refused {
    JsonNode hello = connection.receive();
    if (!MessageConnection.type(hello).equals("server")) {
      throw new Refused("what listens there is no server of Mooring");
    }
    String nonce = nonce();
    String both = hello.path("nonce").asText() + nonce;
    ObjectNode answer =
        MessageConnection.message("worker")
            .put("protocol", PROTOCOL)
            .put("nonce", nonce)
            .put("proof", proof(secret, "worker" + both));
    answer.set("worker", RecordJson.whole().write(own));
    connection.send(answer);
    JsonNode decision = connection.receive();
    if (!MessageConnection.type(decision).equals("welcome")) {
      throw new Refused(decision.path("reason").asText("the server gave no reason"));
    }
    if (!same(proof(secret, "server" + both), decision.path("proof").asText())) {
      throw new Refused("the server does not have the worker's secret");
    }
    return decision.path("name").asText();
  }

  private static String nonce() {
    byte[] bytes = new byte[NONCE];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String proof(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      // A key has at least one byte.
      mac.init(new SecretKeySpec(("mooring " + secret).getBytes(StandardCharsets.UTF_8), MAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no " + MAC, missing);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8),
        other.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }
}
