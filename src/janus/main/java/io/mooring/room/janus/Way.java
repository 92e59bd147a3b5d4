package io.mooring.room.janus;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.room.spec.Timing;
import java.net.URI;
import java.time.Duration;

/**
 * A way into a room: to the directory, over a link to the server, and through its entrance. Each
 * part has a limit to its time, and the whole has none. On the thread that owns the sessions.
 */
final class Way implements Entrance.Guest {

  /** Who goes it, and hears of its end, unless it was given up or its link is lost. */
  interface Traveller extends Entrance.Guest {
    /** The directory has failed. */
    void lostAtTheDirectory(String why);

    /** The link is going to be built through a proxy. */
    void proxied();

    /** A link is to be built, whose opening is told to the way: {@link #opened}. */
    void connect(Way way, Seat at);
  }

  private final Settings settings;
  private final Locator locator;
  private final Identity identity;
  private final Place place;
  private final boolean first;
  private final Traveller traveller;
  private boolean over;

  /**
   * A way.
   *
   * @param first whether nobody has been in the room yet
   */
  Way(
      Settings settings,
      Locator locator,
      Identity identity,
      Place place,
      boolean first,
      Traveller traveller) {
    this.settings = settings;
    this.locator = locator;
    this.identity = identity;
    this.place = place;
    this.first = first;
    this.traveller = traveller;
  }

  void begin() {
    locator.locate(
        server -> {
          if (!over) {
            to(server);
          }
        },
        why -> {
          if (ends()) {
            traveller.lostAtTheDirectory(why);
          }
        });
  }

  /** Nothing follows, and nobody hears of it. */
  void giveUp() {
    over = true;
    if (place.link() != null) {
      place.link().forgetQuestions();
    }
  }

  private boolean ends() {
    boolean now = !over;
    over = true;
    return now;
  }

  private void to(URI server) {
    Seat at = place.on(server);
    Link open = place.link();
    if (open != null && open.isOpen()) {
      opened(open, at);
    } else if (first) {
      locator.usesProxy(
          server,
          proxied -> {
            if (!over) {
              if (proxied) {
                traveller.proxied();
              }
              traveller.connect(this, at);
            }
          });
    } else {
      traveller.connect(this, at);
    }
  }

  /** There is a link to go over. */
  void opened(Link link, Seat at) {
    if (!over) {
      // A first join is limited by the connection.
      Duration patience = first ? Timing.JOIN_AT_MOST : Timing.ATTEMPT_AT_MOST;
      new Entrance(settings, identity, link, at, patience, this).enter();
    }
  }

  @Override
  public void in(JsonNode... present) {
    if (ends()) {
      traveller.in(present);
    }
  }

  @Override
  public void removed() {
    if (ends()) {
      traveller.removed();
    }
  }

  @Override
  public void taken(Reply reply, Runnable again) {
    if (!over) {
      traveller.taken(
          reply,
          () -> {
            if (!over) {
              again.run();
            }
          });
    }
  }

  @Override
  public void refused(Reply reply) {
    if (ends()) {
      traveller.refused(reply);
    }
  }
}
