package io.mooring.checker.tlc.inside;

import io.mooring.checker.tlc.Definition;
import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.ModuleAst;
import io.mooring.checker.tlc.RunRequest;
import io.mooring.checker.tlc.SourceSpan;
import io.mooring.checker.tlc.TlcException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.InstanceNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;

/** Turns SANY's modules into a {@link ModuleAst}. */
final class ModuleReader {

  private final RunRequest place;
  private final ModuleFinder finder;
  private final SpecObj spec;
  private final ExprReader expressions = new ExprReader(this::definition);
  private final List<String> modules = new ArrayList<>();
  private final Map<String, Comments> comments = new HashMap<>();

  /**
   * A reader.
   *
   * @param spec what SANY parsed
   * @param finder what found its files
   */
  ModuleReader(RunRequest place, ModuleFinder finder, SpecObj spec) {
    this.place = place;
    this.finder = finder;
    this.spec = spec;
  }

  ModuleAst read() throws TlcException {
    ModuleNode root = spec.getExternalModuleTable().getRootModule();
    Set<String> extended = new LinkedHashSet<>();
    for (int i = 0; i < spec.semanticAnalysisVector.size(); i++) {
      String module = (String) spec.semanticAnalysisVector.elementAt(i);
      if (!finder.isStandardModule(module)) {
        modules.add(module);
        comments.put(module, Comments.of(fileOf(module)));
      }
      extended.add(module);
    }
    extended.retainAll(
        root.getExtendedModuleSet().stream().map(module -> module.getName().toString()).toList());
    List<Path> files = new ArrayList<>();
    files.add(place.module());
    for (String module : modules) {
      if (!module.equals(root.getName().toString())) {
        files.add(fileOf(module));
      }
    }
    return new ModuleAst(
        root.getName().toString(),
        place.module(),
        new ArrayList<>(extended),
        files,
        definitions(root),
        declarations(root.getVariableDecls()),
        declarations(root.getConstantDecls()),
        assumptions(root),
        instances(root),
        Objects.requireNonNull(comments.get(root.getName().toString())).head());
  }

  private Path fileOf(String module) {
    return finder.file(module);
  }

  private List<Definition> definitions(ModuleNode root) {
    List<Definition> all = new ArrayList<>();
    for (OpDefNode node : root.getOpDefs()) {
      ModuleNode home = node.getOriginallyDefinedInModuleNode();
      if (home != null && modules.contains(home.getName().toString()) && node.getBody() != null) {
        all.add(definition(node));
      }
    }
    all.sort(
        Comparator.comparingInt((Definition each) -> modules.indexOf(each.definedIn()))
            .thenComparingInt(each -> each.span().beginLine())
            .thenComparingInt(each -> each.span().beginColumn())
            .thenComparing(Definition::name));
    return all;
  }

  private Definition definition(OpDefNode node) {
    ModuleNode home = node.getOriginallyDefinedInModuleNode();
    String module = home == null ? node.getLocation().source() : home.getName().toString();
    List<String> parameters = new ArrayList<>();
    for (FormalParamNode parameter : node.getParams()) {
      parameters.add(parameter.getName().toString());
    }
    SourceSpan span = Spans.of(node);
    return new Definition(
        node.getName().toString(),
        parameters,
        expressions.read(node.getBody()),
        commentAbove(span),
        span,
        module,
        node.isLocal(),
        node.getBody().getLevel());
  }

  private List<ModuleAst.Declaration> declarations(OpDeclNode[] nodes) {
    List<ModuleAst.Declaration> all = new ArrayList<>();
    for (OpDeclNode node : nodes) {
      SourceSpan span = Spans.of(node);
      String comment = commentAbove(span);
      Comments text = comments.get(span.module());
      if (comment.isEmpty() && text != null) {
        comment = text.after(span.endLine(), span.endColumn());
      }
      all.add(
          new ModuleAst.Declaration(
              node.getName().toString(), node.getArity(), comment, span, span.module()));
    }
    all.sort(
        Comparator.comparingInt((ModuleAst.Declaration each) -> modules.indexOf(each.definedIn()))
            .thenComparingInt(each -> each.span().beginLine())
            .thenComparingInt(each -> each.span().beginColumn()));
    return all;
  }

  private List<Expr> assumptions(ModuleNode root) {
    List<Expr> all = new ArrayList<>();
    for (AssumeNode node : root.getAssumptions()) {
      ExprNode assumed = node.getAssume();
      all.add(expressions.read(assumed));
    }
    return all;
  }

  private List<ModuleAst.Instance> instances(ModuleNode root) {
    List<ModuleAst.Instance> all = new ArrayList<>();
    for (InstanceNode node : root.getInstances()) {
      String name = node.getName() == null ? "" : node.getName().toString();
      List<Expr> substitutes = new ArrayList<>();
      SemanticNode[] children = node.getChildren();
      for (SemanticNode child : children == null ? new SemanticNode[0] : children) {
        substitutes.add(expressions.read(child));
      }
      all.add(
          new ModuleAst.Instance(
              name, node.getModule().getName().toString(), substitutes, Spans.of(node)));
    }
    return all;
  }

  private String commentAbove(SourceSpan span) {
    Comments text = comments.get(span.module());
    return text == null ? "" : text.above(span.beginLine());
  }
}
