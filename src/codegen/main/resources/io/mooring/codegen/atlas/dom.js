// Elements, made without markup: text becomes text nodes, so nothing in the data can be code.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners ("onclick") and children; what is null is left out. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for an element of a picture. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  return put(element, children);
}

/** Listeners for an element onto which files are dropped, which the page then does not take. */
export function takesFiles(take) {
  return {
    ondragover(event) {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.classList.add("over");
    },
    ondragleave(event) {
      event.currentTarget.classList.remove("over");
    },
    ondrop(event) {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.classList.remove("over");
      take([...event.dataTransfer.files]);
    },
  };
}

/** Puts children in the place of those that an element has. */
export function put(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(isShown));
  return element;
}

function isShown(child) {
  return child !== undefined && child !== null && child !== false;
}

/** A comment of the specification as paragraphs; a line that begins with a bracket begins one. */
export function paragraphs(text) {
  return text
    .split(/\n\s*\n|\n(?=\s*[[-])/)
    .filter((each) => each.trim() !== "")
    .map((each) => h("p", {}, each.replace(/\s+/g, " ").trim()));
}

/** A comment of which the first paragraph is shown, and the others on request. */
export function comment(text, more) {
  const [first, ...others] = paragraphs(text);
  return first === undefined
    ? null
    : h(
        "div",
        { class: "doc" },
        first,
        others.length > 0 && h("details", {}, h("summary", {}, more), others),
      );
}

/** A name in capitals that may break after its underscores. */
export function breakable(name) {
  return name.split(/(?<=_)/).flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part]));
}

/** A table with a caption and a head; a row is a list of cells, and the first one names it. */
export function table(caption, head, rows, attributes = {}) {
  return h(
    "table",
    attributes,
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, head.map((each) => h("th", { scope: "col" }, each)))),
    h(
      "tbody",
      {},
      rows.map(([first, ...others]) =>
        h("tr", {}, h("th", { scope: "row" }, first), others.map((each) => h("td", {}, each))),
      ),
    ),
  );
}
