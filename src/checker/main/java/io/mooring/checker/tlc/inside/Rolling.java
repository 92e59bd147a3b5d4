package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.TlaValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tlc2.output.MP;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.impl.FastTool;

/**
 * The family of the rolling release 1.8. The checker that this package is compiled against lacks
 * some of its types, so they are used by their names; none of these calls is frequent.
 */
final class Rolling implements Family {

  static final String RECORDER = "tlc2.output.IMessagePrinterRecorder";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern BUILT =
      Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d).*");

  @Override
  public String name() {
    return "1.8";
  }

  /** Its version is the time of its build; TLC itself states today's if the jar has none. */
  @Override
  public String version() {
    Attributes stated = manifest();
    Matcher built = BUILT.matcher(String.valueOf(stated.getValue("Build-TimeStamp")));
    String revision = stated.getValue("X-Git-ShortRevision");
    return "TLC Version "
        + (built.matches() ? built.replaceFirst("$1.$2.$3.$4$5$6") : name() + " of unknown date")
        + (revision == null ? "" : " (rev: " + revision + ")");
  }

  private static Attributes manifest() {
    try (InputStream in = Rolling.class.getClassLoader().getResourceAsStream(MANIFEST)) {
      return in == null ? new Attributes() : new Manifest(in).getMainAttributes();
    } catch (IOException failure) {
      throw new UncheckedIOException("The manifest of the checker cannot be read", failure);
    }
  }

  @Override
  public void record(Recording recording) {
    try {
      Class<?> recorder = Class.forName(RECORDER);
      Object proxy =
          Proxy.newProxyInstance(
              recorder.getClassLoader(),
              new Class<?>[] {recorder},
              (self, method, arguments) ->
                  switch (method.getName()) {
                    case "record" -> {
                      recording.record((Integer) arguments[0], (Object[]) arguments[1]);
                      yield null;
                    }
                    // A set of TLC's has it as an element.
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> "recorder";
                  });
      MP.class.getMethod("setRecorder", recorder).invoke(null, proxy);
    } catch (ReflectiveOperationException unlike) {
      throw lacks(unlike);
    }
  }

  @Override
  public TLCState state(TLCStateInfo step) {
    return (TLCState) call(step, "getOriginalState");
  }

  @Override
  public SortedMap<String, TlaValue> alias(TLCStateInfo step) {
    return state(step) != step.state
            && TlcValues.read(call(step, "toRecordValue")) instanceof TlaValue.Rec fields
        ? fields.fields()
        : Collections.emptySortedMap();
  }

  @Override
  public SortedMap<String, TlaValue> alias(FastTool tool, TLCState state) {
    try {
      return alias(
          (TLCStateInfo)
              FastTool.class
                  .getMethod("evalAlias", TLCStateInfo.class, TLCState.class)
                  .invoke(tool, new TLCStateInfo(state), state));
    } catch (InvocationTargetException notEvaluated) {
      return Collections.emptySortedMap();
    } catch (ReflectiveOperationException unlike) {
      throw lacks(unlike);
    }
  }

  private static Object call(TLCStateInfo step, String method) {
    try {
      return Objects.requireNonNull(TLCStateInfo.class.getMethod(method).invoke(step));
    } catch (ReflectiveOperationException unlike) {
      throw lacks(unlike);
    }
  }

  @Override
  public void print(BufferedWriter to) {
    try {
      tlc2.module.TLC.class.getField("OUTPUT").set(null, to);
    } catch (ReflectiveOperationException unlike) {
      throw lacks(unlike);
    }
  }

  @Override
  public boolean hasActionsOfEmptySets() {
    return true;
  }

  @Override
  public List<Errors> stages(SpecObj spec) {
    return List.of(spec.parseErrors, spec.semanticErrors);
  }

  @Override
  public List<String> errors(Errors stage) {
    return List.of(stage.getErrors());
  }

  private static LinkageError lacks(ReflectiveOperationException unlike) {
    return new NoClassDefFoundError(unlike.getMessage());
  }
}
