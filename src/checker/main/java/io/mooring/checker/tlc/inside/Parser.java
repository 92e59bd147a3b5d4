package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.DeepStack;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.TlcException;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.Errors;
import tla2sany.semantic.ModuleNode;
import util.ToolIO;

/** A specification as SANY parsed it, or one clear message why it does not parse. */
final class Parser {

  private final ModuleFinder finder;
  private final SpecObj spec;

  Parser(RunRequest place) throws TlcException {
    this.finder = new ModuleFinder(place);
    this.spec = new SpecObj(place.moduleName(), finder);
    int before = allMessages().length();
    try {
      SANY.frontEndMain(spec, place.moduleName(), ToolIO.out);
    } catch (FrontEndException failure) {
      // SANY gave up without reporting an error; its output says more.
      throw new SyntaxErrors(place, finder, allMessages().substring(before)).refusal(spec);
    } catch (StackOverflowError failure) {
      throw new TlcException(place.module() + ": is nested " + DeepStack.cure(), failure);
    }
    boolean clean = Family.LOADED.stages(spec).stream().allMatch(Errors::isSuccess);
    if (!clean || root() == null) {
      throw new SyntaxErrors(place, finder, allMessages().substring(before)).refusal(spec);
    }
  }

  ModuleFinder finder() {
    return finder;
  }

  SpecObj spec() {
    return spec;
  }

  /** The module itself. */
  ModuleNode root() {
    return spec.getExternalModuleTable().getRootModule();
  }

  static String allMessages() {
    return String.join("\n", ToolIO.getAllMessages());
  }

  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
