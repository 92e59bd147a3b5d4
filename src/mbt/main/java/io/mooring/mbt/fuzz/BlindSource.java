package io.mooring.mbt.fuzz;

import io.mooring.mbt.run.Generator;
import io.mooring.mbt.run.Run;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Lists that are independent of each other: each is made of the seed and the number of its try. */
record BlindSource<I>(Generator<List<I>> lists, long seed) implements Source<I> {

  @Override
  public List<I> next(long tryNumber, RandomGenerator random) {
    return lists.next(new SplittableRandom(Fuzz.mixed(seed, tryNumber)));
  }

  @Override
  public void ran(Run<I> run) {
    // keeps nothing
  }

  @Override
  public void ranOfCorpus(Run<I> run) {
    // keeps nothing
  }

  @Override
  public int kept() {
    return 0;
  }
}
