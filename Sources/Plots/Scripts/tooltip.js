// A box with text beside a point of the picture.
//
// Sees `root`, the picture's element, as all these scripts do.

// An element that lies over the picture and is hidden until somebody shows it.
const add = css => {
  const layer = document.createElement("div");
  layer.style.cssText =
    "position:absolute;pointer-events:none;display:none;box-sizing:border-box;" + css;
  root.append(layer);
  return layer;
};

const tip = add(
  "background:#1f2937;color:#ffffff;font:12px/1.5 Helvetica,Arial,sans-serif;padding:5px 9px;" +
  "border-radius:4px;white-space:pre;z-index:10;text-align:left;box-shadow:0 1px 5px rgba(0,0,0,0.35)");
tip.setAttribute("aria-live", "polite");

// Shows `text` to the lower right of a point of `root`, or on its other side where there is no room.
const say = (x, y, text) => {
  tip.textContent = text;
  tip.style.display = "block";
  const width = tip.offsetWidth;
  const height = tip.offsetHeight;
  const overflows = x + 16 + width > root.clientWidth && x > width + 16;
  tip.style.left = (overflows ? x - width - 12 : x + 16) + "px";
  tip.style.top = Math.max(0, y + 16 + height > root.clientHeight ? y - height - 10 : y + 16) + "px";
};
