package io.mooring.room.janus;

import static io.mooring.room.spec.ConnectionReason.JOIN_CHANNEL_FAILED;
import static io.mooring.room.spec.ConnectionReason.REJOIN_SUCCEED;
import static io.mooring.room.spec.ConnectionReason.SIGNAL_DISCONNECTED;
import static io.mooring.room.spec.ConnectionState.CONNECTED;
import static io.mooring.room.spec.ConnectionState.FAILED;
import static io.mooring.room.spec.ConnectionState.RECONNECTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real server behind a real HTTP proxy. */
@Tag("real-server")
final class ProxyScenariosTest {
  private static RealJanus server;

  @BeforeAll
  static void start() throws IOException {
    server = RealJanus.start(60, 30);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static UnaryOperator<JanusTransport.Builder> through(RealProxy proxy, String password) {
    return builder ->
        builder
            .proxy(
                ProxySelector.of(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
            .authenticator(
                new Authenticator() {
                  @Override
                  protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(RealProxy.USER, password.toCharArray());
                  }
                });
  }

  @Test
  void aRoomIsJoinedThroughAProxyAndSurvivesItsRestart() throws Exception {
    String room = server.room();
    try (RealProxy proxy = RealProxy.start();
        Client b = new Client(2, server.address()).in(room);
        Client a = new Client(1, server.address(), through(proxy, RealProxy.PASSWORD)).in(room)) {
      assertThat(a.told)
          .containsExactly(
              "CONNECTING JOIN_CHANNEL",
              "CONNECTING SETTING_PROXY_SERVER",
              "CONNECTED JOIN_SUCCEED");
      assertThat(proxy.connections()).isPositive();
      b.sees(a, "arrived");

      proxy.kill();
      a.await(RECONNECTING, SIGNAL_DISCONNECTED);
      proxy.restart();
      a.await(CONNECTED, REJOIN_SUCCEED);
      b.sees(a, "arrived");
    }
  }

  @Test
  void aProxyThatWantsOtherCredentialsIsALinkThatFailed() throws IOException {
    String room = server.room();
    try (RealProxy proxy = RealProxy.start();
        Client a = new Client(1, server.address(), through(proxy, "wrong-c0ffee"))) {
      a.join(room);
      a.await(FAILED, JOIN_CHANNEL_FAILED);

      assertThat(a.faults).hasSize(1);
      assertThat(String.join("", a.faults)).doesNotContain("c0ffee");
      assertThat(server.has(room, 1)).isFalse();
    }
  }

  @Test
  void aProxyThatIsDownIsALinkThatFailed() throws Exception {
    try (RealProxy proxy = RealProxy.start();
        Client a = new Client(1, server.address(), through(proxy, RealProxy.PASSWORD))) {
      proxy.kill();
      String room = server.room();
      a.join(room);
      a.await(FAILED, JOIN_CHANNEL_FAILED);
      assertThat(server.has(room, 1)).isFalse();
    }
  }
}
