// Hover and arrow keys of a heat map: a cell's place and value.
//
// `D` is the picture's data: `w`, `h` its size; `x`, `y` the axes' names; `xt`, `yt` their labels, where there are any; `lo`, `hi`
// what the first and the last level of colour stand for, where values are read off them. `p` are the panels: `x`, `y`, `w`, `h`
// where one lies; `r`, `c` its rows and columns as drawn, of `R`, `C` in all, `rb`, `cb` of them in a cell; `v` its values.

const mark = add("border:2px solid #111827;outline:1px solid #ffffff");
// Panel, row and column of the cell that is shown.
let place = null;
let levels = null;

const hush = () => { tip.style.display = mark.style.display = "none"; };

// What a cell is called along an axis: its label or number, the first and the last of several.
const name = (labels, index, block, count) => {
  const one = number => labels && number < labels.length ? labels[number] : String(number);
  const last = Math.min(count, (index + 1) * block) - 1;
  return block > 1 ? one(index * block) + " \u2013 " + one(last) : one(index);
};

const valueText = (panel, number, row, column) => {
  if (panel.v) return String(panel.v[row * panel.c + column]);
  if (!levels) return "\u2026";
  const level = levels[number].at(row, column);
  if (level === 255) return "NaN";
  return "\u2248 " + Number((D.lo + (D.hi - D.lo) * level / 252).toPrecision(3));
};

const show = () => {
  const [number, row, column] = place;
  const panel = D.p[number];
  const scaleX = img.clientWidth / D.w;
  const scaleY = img.clientHeight / D.h;
  const width = panel.w / panel.c * scaleX;
  const height = panel.h / panel.r * scaleY;
  const x = panel.x * scaleX + column * width;
  const y = panel.y * scaleY + row * height;
  mark.style.cssText +=
    `;display:block;left:${x - 1}px;top:${y - 1}px;width:${width + 2}px;height:${height + 2}px`;
  const isOneOfMany = panel.cb * panel.rb > 1;
  say(x + width / 2, y + height / 2,
    `${D.x}: ${name(D.xt, column, panel.cb, panel.C)}\n${D.y}: ${name(D.yt, row, panel.rb, panel.R)}\n` +
    (isOneOfMany ? "Farthest value: " : "Value: ") + valueText(panel, number, row, column));
};

root.addEventListener("mousemove", event => {
  const box = img.getBoundingClientRect();
  const x = (event.clientX - box.left) * D.w / box.width;
  const y = (event.clientY - box.top) * D.h / box.height;
  const number = D.p.findIndex(
    panel => x >= panel.x && y >= panel.y && x < panel.x + panel.w && y < panel.y + panel.h);
  if (number < 0) {
    place = null;
    return hush();
  }
  const panel = D.p[number];
  place = [
    number, Math.floor((y - panel.y) / panel.h * panel.r), Math.floor((x - panel.x) / panel.w * panel.c)];
  show();
});
root.addEventListener("mouseleave", () => {
  place = null;
  hush();
});
root.addEventListener("blur", hush);

keys((dx, dy) => {
  if (!dx && !dy || !D.p[0].c) {
    place = null;
    return hush();
  }
  if (place) {
    const panel = D.p[place[0]];
    place[1] = (place[1] + dy + panel.r) % panel.r;
    place[2] = (place[2] + dx + panel.c) % panel.c;
  } else {
    place = [0, 0, 0];
  }
  show();
});

if (D.p.some(panel => !panel.v)) images().then(all => { levels = all; }, () => {});
