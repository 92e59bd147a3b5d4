package io.mooring.mbt.fuzz;

import io.mooring.mbt.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lists that are made of those that had new coverage. */
record GuidedSource<I>(Corpus<I> corpus, Mutator<I> mutator, Optional<CorpusFolder<I>> folder)
    implements Source<I> {

  @Override
  public List<I> next(long tryNumber, RandomGenerator random) {
    return mutator.next(corpus, random);
  }

  @Override
  public void ran(Run<I> run) {
    corpus.add(run);
    if (folder.isPresent() && !run.covered().isEmpty()) {
      folder.get().write(run.toLastCovered());
    }
  }

  @Override
  public void ranOfCorpus(Run<I> run) {
    corpus.add(run);
  }

  @Override
  public int kept() {
    return corpus.size();
  }
}
