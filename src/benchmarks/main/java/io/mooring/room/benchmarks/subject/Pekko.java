package io.mooring.room.benchmarks.subject;

import com.typesafe.config.ConfigFactory;
import io.mooring.room.benchmarks.Workload;
import io.mooring.room.spec.Event;
import io.mooring.room.spec.Location;
import io.mooring.room.spec.Step;
import io.mooring.room.spec.Table;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.AbstractFSM;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The table in Pekko's classic FSM: an actor that is sent one event after the other without
 * waiting; what is not configured stays where it is. A walk ends when the actor has reached its
 * end.
 */
public final class Pekko implements MeasuredMachine {

  private final ActorSystem system =
      ActorSystem.create(
          "room",
          ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF }")
              .withFallback(ConfigFactory.load()));
  private final ActorRef actor = system.actorOf(Props.create(Fsm.class, Fsm::new));

  /** An actor in the initial location. */
  public Pekko() {}

  @Override
  public Object fire(Event event) {
    actor.tell(event, ActorRef.noSender());
    return actor;
  }

  @Override
  public boolean isIn(Location location) {
    return ask() == location;
  }

  private Location ask() {
    Question question = new Question(new CompletableFuture<>());
    actor.tell(question, ActorRef.noSender());
    return question.answer.join();
  }

  @Override
  public void walk(Workload workload, Blackhole blackhole) {
    MeasuredMachine.super.walk(workload, blackhole);
    blackhole.consume(ask());
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }

  private record Question(CompletableFuture<Location> answer) {}

  /** The actor. */
  private static final class Fsm extends AbstractFSM<Location, Void> {

    Fsm() {
      startWith(Table.initial().to(), null);
      for (Step step : Table.steps()) {
        if (step.from() != step.to()) {
          when(step.from(), matchEventEquals(step.event(), (event, data) -> goTo(step.to())));
        }
      }
      whenUnhandled(
          matchEvent(
                  Question.class,
                  (question, data) -> {
                    question.answer.complete(stateName());
                    return stay();
                  })
              .anyEvent((event, data) -> stay()));
      initialize();
    }
  }
}
