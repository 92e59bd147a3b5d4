// The colours of TLA+ text: a scanner that knows comments, strings, keywords, numbers and
// definitions. It never fails: what it does not know is plain text.

const KEYWORDS = new Set(
  [
    "ACTION ASSUME ASSUMPTION AXIOM BOOLEAN BY CASE CHOOSE CONSTANT CONSTANTS COROLLARY DEF",
    "DEFINE DEFS DOMAIN ELSE ENABLED EXCEPT EXTENDS FALSE HAVE HIDE IF IN INSTANCE LAMBDA LEMMA",
    "LET LOCAL MODULE NEW OBVIOUS OMITTED OTHER PICK PROOF PROPOSITION PROVE QED RECURSIVE SF_",
    "STATE STRING SUBSET SUFFICES TAKE TEMPORAL THEN THEOREM TRUE UNCHANGED UNION USE VARIABLE",
    "VARIABLES WF_ WITH WITNESS",
  ].flatMap((each) => each.split(" ")),
);

/** A comment to the end of the line, the begin of a block of one, and the kinds of tokens. */
const TOKEN = new RegExp(
  [
    /(\\\*.*)/,
    /(\(\*)/,
    /("(?:[^"\\]|\\.)*")/,
    /(\\[A-Za-z]+|[=<>/\\~|:.@#$%&*+^!?-]+)/,
    /(\d+)/,
    /([A-Za-z_]\w*)/,
    /\s+|./,
  ]
    .map((each) => each.source)
    .join("|"),
  "g",
);

/** The lines of a text, each a list of pairs: a class, which may be empty, and a text. */
export function colouredLines(text) {
  let depth = 0;
  return text.replace(/\n$/, "").split("\n").map((line) => {
    const tokens = [];
    const definition = depth === 0 ? definedName(line) : "";
    let at = 0;
    while (at < line.length) {
      if (depth > 0) {
        const end = commentEnd(line, at);
        tokens.push(["comment", line.slice(at, end)]);
        at = end;
        continue;
      }
      TOKEN.lastIndex = at;
      const [whole, comment, block, string, operator, number, word] = TOKEN.exec(line);
      if (block !== undefined) {
        depth = 1;
        const end = commentEnd(line, at + 2);
        tokens.push(["comment", line.slice(at, end)]);
        at = end;
        continue;
      }
      tokens.push([classOf(comment, string, operator, number, word, definition), whole]);
      at += whole.length;
    }
    return tokens;
  });

  /** Where a block comment ends in a line, or the line; it counts the comments within. */
  function commentEnd(line, from) {
    let at = from;
    while (at < line.length) {
      const pair = line.slice(at, at + 2);
      if (pair === "(*" || pair === "*)") {
        depth += pair === "(*" ? 1 : -1;
        at += 2;
        if (depth === 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    return line.length;
  }
}

function definedName(line) {
  return /^\s*([A-Za-z_]\w*)\s*(?:\([^)]*\)|\[[^\]]*\])?\s*==/.exec(line)?.[1] ?? "";
}

function classOf(comment, string, operator, number, word, definition) {
  if (comment !== undefined) {
    return "comment";
  }
  if (string !== undefined) {
    return "string";
  }
  if (operator !== undefined) {
    return "operator";
  }
  if (number !== undefined) {
    return "number";
  }
  if (word === undefined) {
    return "";
  }
  return KEYWORDS.has(word) ? "keyword" : word === definition ? "definition" : "";
}
