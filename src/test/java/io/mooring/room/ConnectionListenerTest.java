package io.mooring.room;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.room.spec.ConnectionReason;
import io.mooring.room.spec.ConnectionReasonHandler;
import io.mooring.room.spec.ConnectionState;
import io.mooring.room.spec.ConnectionStateHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners with an action for each reason, or each state. */
final class ConnectionListenerTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void otherConstantsHaveTheDefaultAction() {
    ConnectionListener listener =
        ConnectionListener.byReason(
            ConnectionReasonHandler.<ConnectionChange>builder()
                .onJoinSucceed(change -> done.add("in, session " + change.sessionEpoch()))
                .onBeKicked(change -> done.add("out"))
                .otherwise(change -> done.add("else " + change.reason())));

    listener.onConnectionStateChange(change(ConnectionReason.JOIN_SUCCEED));
    listener.onConnectionStateChange(change(ConnectionReason.TIME_OUT));
    listener.onConnectionStateChange(change(ConnectionReason.BE_KICKED));

    assertThat(done).containsExactly("in, session 3", "else TIME_OUT", "out");
  }

  @ParameterizedTest
  @EnumSource(ConnectionReason.class)
  void eachReasonHasAMethodOfItsName(ConnectionReason reason) throws ReflectiveOperationException {
    ConnectionReasonHandler.Builder<ConnectionChange> builder = ConnectionReasonHandler.builder();
    Consumer<ConnectionChange> action = change -> done.add("named");
    method(reason).invoke(builder, action);
    ConnectionListener listener =
        ConnectionListener.byReason(builder.otherwise(change -> done.add("otherwise")));

    for (ConnectionReason each : ConnectionReason.values()) {
      done.clear();
      listener.onConnectionStateChange(change(each));
      assertThat(done).containsExactly(each == reason ? "named" : "otherwise");
    }
  }

  @Test
  void aListenerByStateLooksAtWhereTheChangeLeads() {
    ConnectionListener listener =
        ConnectionListener.byState(
            ConnectionStateHandler.<ConnectionChange>builder()
                .onFailed(change -> done.add("failed from " + change.from()))
                .otherwise(change -> done.add("otherwise")));

    listener.onConnectionStateChange(change(ConnectionReason.TIME_OUT));

    assertThat(done).containsExactly("failed from RECONNECTING");
  }

  @Test
  void anActionIsNamedOnce() {
    ConnectionReasonHandler.Builder<ConnectionChange> builder = ConnectionReasonHandler.builder();
    builder.onTimeOut(change -> done.add("first"));

    assertThatThrownBy(() -> builder.onTimeOut(change -> done.add("second")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("TIME_OUT has an action already");
  }

  @Test
  void laterActionsOfTheBuilderAreNotInTheHandler() {
    ConnectionReasonHandler.Builder<ConnectionChange> builder = ConnectionReasonHandler.builder();
    ConnectionListener listener =
        ConnectionListener.byReason(builder.otherwise(change -> done.add("otherwise")));
    builder.onTimeOut(change -> done.add("later"));

    listener.onConnectionStateChange(change(ConnectionReason.TIME_OUT));

    assertThat(done).containsExactly("otherwise");
  }

  private static Method method(ConnectionReason reason) {
    Map<String, Method> methods = new TreeMap<>();
    for (Method method : ConnectionReasonHandler.Builder.class.getMethods()) {
      methods.put(method.getName().toLowerCase(Locale.ROOT), method);
    }
    String name = "on" + reason.name().replace("_", "").toLowerCase(Locale.ROOT);
    assertThat(methods).containsKey(name);
    return requireNonNull(methods.get(name));
  }

  private static ConnectionChange change(ConnectionReason reason) {
    return new ConnectionChange(
        ConnectionState.RECONNECTING, ConnectionState.FAILED, reason, 1, 3, Duration.ZERO);
  }
}
