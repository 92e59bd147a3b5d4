package io.mooring.room.harness;

import io.mooring.room.ConnectionSnapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the process of a {@link TimedLife} comes back.
 *
 * @param stored what it goes on from; null if nothing was stored
 * @param sinceCapture how long ago it was stored, at most, by what the process is told
 * @param sinceDeath how long ago the earlier process died, at most
 * @param wayBack whether its transport can take the session up again
 */
record TimedReturn(
    @Nullable ConnectionSnapshot stored,
    Duration sinceCapture,
    Duration sinceDeath,
    boolean wayBack) {}
