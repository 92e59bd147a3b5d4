package io.mooring.mbt.coverage;

/**
 * Where in a run something was covered for the first time.
 *
 * @param inputs how many inputs it took
 * @param edge the edge that was covered last by then; negative if none was
 * @param context the state of the context by then
 */
public record NewCoverage(int inputs, int edge, int context) {}
