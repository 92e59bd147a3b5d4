package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.JOIN_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server behind TLS, whose certificate is for localhost and of no known authority. */
@Tag("real-server")
final class TlsScenariosTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static RealJanus server;
  private static int port;
  private static SSLContext trusting;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    KeyStore keys = keys(folder);
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    pem(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
    PrivateKey secret = (PrivateKey) keys.getKey("server", PASSWORD);
    pem(key, "PRIVATE KEY", secret.getEncoded());
    port = Programs.freePort();
    server =
        RealJanus.start(
            60,
            30,
            String.format(
                Locale.ROOT,
                "wss = true wss_port = %d wss_ip = \"127.0.0.1\" } certificates: { cert_pem = \"%s\" cert_key = \"%s\"",
                port,
                certificate,
                key));
    trusting = trusting(keys);
  }

  private static KeyStore keys(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    store.toString()))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void pem(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aCertificateThatIsTrustedAndOfTheHostLetsIn() {
    String room = server.room();
    try (Client a =
        new Client(
                1, URI.create("wss://localhost:" + port), builder -> builder.sslContext(trusting))
            .in(room)) {
      assertThat(server.has(room, a.id)).isTrue();
    }
  }

  @Test
  void aCertificateThatNobodyKnowsDoesNot() {
    try (Client a = new Client(1, URI.create("wss://localhost:" + port))) {
      a.join(server.room());
      a.await(FAILED, JOIN_CHANNEL_FAILED);
      assertThat(a.faults).containsExactly("LINK not connected: SSLHandshakeException");
    }
  }

  @Test
  void aCertificateOfAnotherHostDoesNotEither() {
    try (Client a =
        new Client(
            1, URI.create("wss://127.0.0.1:" + port), builder -> builder.sslContext(trusting))) {
      a.join(server.room());
      a.await(FAILED, JOIN_CHANNEL_FAILED);
      assertThat(a.faults).containsExactly("LINK not connected: SSLHandshakeException");
    }
  }
}
