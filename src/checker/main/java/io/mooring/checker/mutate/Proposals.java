package io.mooring.checker.mutate;

import io.mooring.checker.tlc.Expr;
import io.mooring.checker.tlc.TlcException;
import java.util.ArrayList;
import java.util.List;

/** The changes that rules propose for one specification, and what rules need to see of its text. */
final class Proposals {

  /**
   * A change.
   *
   * @param operator its kind
   * @param site the definition that it belongs to
   * @param changed the expression that people would say is changed
   * @param edits what it does to the text of the definition's module
   */
  record Proposal(MutationOperator operator, Site site, Expr changed, List<Edit> edits) {}

  private static final int READABLE = 72;

  private final Modules modules;
  private final List<Proposal> all = new ArrayList<>();

  Proposals(Modules modules) {
    this.modules = modules;
  }

  List<Proposal> all() {
    return all;
  }

  SourceText text(Site site) throws TlcException {
    return modules.text(site.definition().definedIn());
  }

  int begin(Site site, Expr expression) throws TlcException {
    return text(site).begin(expression.span());
  }

  int end(Site site, Expr expression) throws TlcException {
    return text(site).end(expression.span());
  }

  /** Whether the text of an expression begins with something. */
  boolean beginsWith(Site site, String start) throws TlcException {
    return text(site).slice(site.expression().span()).startsWith(start);
  }

  /** Proposes to edit the text of the site's expression. */
  void edit(MutationOperator operator, Site site, Edit... edits) throws TlcException {
    all.add(new Proposal(operator, site, statement(site), List.of(edits)));
  }

  /** {@return the condition or update that contains a value, unless it is too long to be read} */
  private Expr statement(Site site) throws TlcException {
    Expr statement = site.expression();
    Site at = site;
    while (at.role() == Site.Role.VALUE && at.parent() != null) {
      at = at.parent();
      boolean shown =
          at.is("$Pair")
              || MutantFinder.oneLine(text(site).slice(at.expression().span())).length() > READABLE;
      statement = shown ? statement : at.expression();
    }
    return statement;
  }

  /** Proposes another text for the site's expression. */
  void replace(MutationOperator operator, Site site, String replacement) throws TlcException {
    edit(operator, site, replacing(site, site.expression(), replacement));
  }

  /** Proposes other beginnings and ends around the site's expression. */
  void wrap(MutationOperator operator, Site site, String before, String after) throws TlcException {
    int begin = begin(site, site.expression());
    int end = end(site, site.expression());
    edit(operator, site, new Edit(begin, begin, before), new Edit(end, end, after));
  }

  /** The edit that gives a part of the site's expression another text. */
  Edit replacing(Site site, Expr part, String replacement) throws TlcException {
    return new Edit(begin(site, part), end(site, part), replacement);
  }

  /** The infix operator of the site's expression in the text. */
  Token infix(Site site) throws TlcException {
    return Token.between(text(site), operand(site, 0).end(), operand(site, 1).begin());
  }

  /** {@return the position of an operand of the site's expression} */
  Edit operand(Site site, int index) throws TlcException {
    List<Expr> args = ((Expr.Apply) site.expression()).args();
    Expr operand = args.get(index);
    if (!(operand instanceof Expr.At)) {
      return replacing(site, operand, "");
    }
    // The parser reports the position of the EXCEPT for an @.
    int from = index == 0 ? begin(site, site.expression()) : operand(site, index - 1).end();
    int at = from + text(site).slice(from, end(site, site.expression())).indexOf('@');
    return new Edit(at, at + 1, "");
  }
}
