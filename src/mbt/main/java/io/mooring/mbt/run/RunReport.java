package io.mooring.mbt.run;

/**
 * What was seen during a run.
 *
 * @param path numbered steps, one line for everything that was seen
 * @param mermaid a Mermaid sequence diagram
 */
public record RunReport(String path, String mermaid) {}
