package io.mooring.flink.job.files;

import java.util.List;

/**
 * What the enumerator of files knows.
 *
 * @param complete whether the files were looked for
 * @param known the files that were found
 * @param pending those of them that no reader has
 */
record FilesState(boolean complete, List<String> known, List<TraceSplit> pending) {}
