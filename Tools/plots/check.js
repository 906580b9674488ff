// Uses every picture of the page as a reader does, and writes down what it said.
//
// The text in `#said` is a JSON object: for each picture what it said under the pointer, at each step of the keyboard, and
// whether leaving it hides the box.

const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const event = (type, target, place, kind = MouseEvent) => target.dispatchEvent(
  new kind(type, { bubbles: true, cancelable: true, clientX: place[0], clientY: place[1], button: 0, pointerId: 1 }));

const key = (root, name) =>
  root.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));

const middle = (element, across = 0.5, down = 0.5) => {
  const box = element.getBoundingClientRect();
  return [box.left + across * box.width, box.top + down * box.height];
};

const use = root => {
  const tip = root.querySelector("[aria-live]");
  const canvas = root.querySelector("canvas[style*=crosshair]");
  const shown = () => tip.style.display === "none" ? null : tip.textContent;
  const said = {};
  if (canvas) {
    event("pointermove", canvas, middle(canvas, 0.6, 0.3), PointerEvent);
    said.pointer = shown();
    event("pointerleave", canvas, [0, 0], PointerEvent);
  } else {
    event("mousemove", root, middle(root.querySelector("img"), 0.5, 0.45));
    said.pointer = shown();
    event("mouseleave", root, [0, 0]);
  }
  said.afterLeaving = shown();
  said.keys = ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"].map(name => {
    key(root, name);
    return shown();
  });
  key(root, "Escape");
  said.afterEscape = shown();
  if (canvas) {
    said.heads = [...root.querySelectorAll("button")].map(button => {
      button.click();
      return root.querySelector("span").textContent;
    });
    const token = root.querySelector("[aria-label=Tokens]").lastElementChild;
    token.click();
    said.tokens = [...token.parentElement.children].map(word => word.title + "|" + word.style.backgroundColor);
    event("pointerdown", canvas, middle(canvas, 0.5, 0.2), PointerEvent);
    event("pointermove", canvas, middle(canvas, 0.7, 0.4), PointerEvent);
    event("pointerup", canvas, middle(canvas, 0.7, 0.4), PointerEvent);
    said.zoomed = root.textContent.includes("double-click for all");
    event("dblclick", canvas, middle(canvas), PointerEvent);
    said.whole = !root.textContent.includes("double-click for all");
  }
  return said;
};

const problems = [];
window.addEventListener("error", failure => problems.push(failure.message));
window.addEventListener("unhandledrejection", failure => problems.push(String(failure.reason)));
window.addEventListener("load", async () => {
  HTMLElement.prototype.setPointerCapture = () => {};
  await wait(500);
  const said = {};
  for (const section of document.querySelectorAll("section")) {
    said[section.id] = use(section.querySelector("[class^=swiftlens-]"));
  }
  document.querySelector("#said").textContent = JSON.stringify({ said, problems }, null, 1);
});
