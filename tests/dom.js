// As much of a browser's document as the scripts of report pages use. What they ask beyond it fails loudly: a property that is not here is
// undefined, and calling it throws.
class Style {
  #declared = new Map();
  constructor(text) {
    for (const [, name, value] of (text ?? "").matchAll(/([\w-]+)\s*:\s*([^;]+)/g)) this.#declared.set(name, value.trim());
  }
  setProperty(name, value) {
    this.#declared.set(name, value);
  }
  get cssText() {
    return [...this.#declared].map(([name, value]) => `${name}:${value}`).join(";");
  }
}

const dashed = (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

class TextNode {
  constructor(text) {
    this.textContent = text;
  }
  cloneNode() {
    return new TextNode(this.textContent);
  }
  told() {
    return this.textContent;
  }
}

class Element {
  #attributes;
  #listeners = new Map();
  constructor(tag, attributes = {}, children = []) {
    this.tag = tag;
    this.#attributes = new Map(Object.entries(attributes));
    this.style = new Style(this.#attributes.get("style"));
    this.childNodes = [];
    this.parentElement = null;
    this.value = this.#attributes.get("value") ?? "";
    this.dataset = new Proxy({}, { get: (_, name) => this.#attributes.get(dashed(name)) });
    this.classList = { contains: (name) => (this.className ?? "").split(" ").includes(name) };
    this.append(...children);
  }

  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }
  setAttribute(name, value) {
    this.#attributes.set(name, String(value));
  }
  hasAttribute(name) {
    return this.#attributes.has(name);
  }
  reflect(name, on) {
    if (on) this.#attributes.set(name, "");
    else this.#attributes.delete(name);
  }

  append(...nodes) {
    for (const each of nodes) {
      const node = typeof each === "object" ? each : new TextNode(String(each));
      node.parentElement?.remove(node);
      node.parentElement = this;
      this.childNodes.push(node);
    }
  }
  remove(node) {
    this.childNodes = this.childNodes.filter((each) => each !== node);
  }
  replaceChildren(...nodes) {
    for (const each of this.childNodes) each.parentElement = null;
    this.childNodes = [];
    this.append(...nodes);
  }
  cloneNode(deep) {
    const attributes = Object.fromEntries(this.#attributes);
    return new Element(this.tag, attributes, deep ? this.childNodes.map((each) => each.cloneNode(true)) : []);
  }

  get children() {
    return this.childNodes.filter((each) => each instanceof Element);
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  get textContent() {
    return this.childNodes.map((each) => each.textContent).join("");
  }
  set textContent(text) {
    this.replaceChildren(new TextNode(String(text)));
  }

  *within() {
    for (const each of this.children) {
      yield each;
      yield* each.within();
    }
  }
  // A tag, a class and attributes, in this order, each of them once at most: what the scripts ask for.
  querySelectorAll(selector) {
    const [whole, tag, name, attribute, value] = /^(\w+)?(?:\.([\w-]+))?(?:\[([\w-]+)="([^"]*)"\])?$/.exec(selector) ?? [];
    if (!whole) throw new Error(`a selector that this document does not know: ${selector}`);
    const fits = (each) =>
      (!tag || each.tag === tag) && (!name || each.classList.contains(name)) && (!attribute || each.getAttribute(attribute) === value);
    return [...this.within()].filter(fits);
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  get content() {
    return this;
  }
  get tBodies() {
    return this.querySelectorAll("tbody");
  }
  get tHead() {
    return this.querySelector("thead");
  }
  get rows() {
    return this.querySelectorAll("tr");
  }
  get cells() {
    return this.children;
  }

  addEventListener(kind, heard) {
    this.#listeners.set(kind, [...(this.#listeners.get(kind) ?? []), heard]);
  }
  dispatch(kind) {
    for (const heard of this.#listeners.get(kind) ?? []) heard();
  }
  focus() {
    document.activeElement = this;
  }
  scrollIntoView() {
    document.seen = this;
  }

  // The element as a tree of [tag, attributes by name, children], whatever order they were set in.
  told() {
    const style = this.style.cssText;
    const attributes = new Map(this.#attributes);
    if (style) attributes.set("style", style);
    const children = this.childNodes.map((each) => each.told()).filter((each) => typeof each !== "string" || each.trim());
    return [this.tag, Object.fromEntries([...attributes].sort()), children];
  }
}
for (const name of ["hidden", "disabled", "open"]) {
  Object.defineProperty(Element.prototype, name, {
    get() {
      return this.hasAttribute(name);
    },
    set(on) {
      this.reflect(name, on);
    },
  });
}
for (const [property, name] of Object.entries({ className: "class", href: "href", id: "id", lang: "lang", scope: "scope", title: "title" })) {
  Object.defineProperty(Element.prototype, property, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      this.setAttribute(name, value);
    },
  });
}

const built = (node) => (typeof node === "string" ? new TextNode(node) : new Element(node[0], node[1], node[2].map(built)));
const document = { activeElement: null, seen: null };
const addEventListener = () => undefined; // of the window, for printing

const load = (tree) => {
  document.documentElement = built(tree);
  document.getElementById = (id) => [...document.documentElement.within()].find((each) => each.id === id) ?? null;
  document.createElement = (tag) => new Element(tag);
  document.querySelectorAll = (selector) => document.documentElement.querySelectorAll(selector);
};

// The first line that comes is [the page's tree, its script or null]; every further one is an expression, whose value is answered.
let opened = false;
require("node:readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (opened) {
      console.log(JSON.stringify(eval(line)) ?? "null");
      return;
    }
    const [tree, script] = JSON.parse(line);
    load(tree);
    if (script !== null) eval(script);
    opened = true;
  });
