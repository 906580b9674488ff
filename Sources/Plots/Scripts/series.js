// Hover and arrow keys of lines and bars: all series at the nearest place.
//
// `D` is the picture's data: `w`, `h` its size; `top`, `bottom` those of the frame; `n` places from `first` on, `step` apart; `x`
// the axis's name and `ticks` its labels, where there are any; `names` and `v` the series' names and values, `i` their intervals.

const mostNamed = 16;
const rule = add("border-left:1px dashed #1f2937;width:0");
let at = -1;

const hush = () => {
  tip.style.display = rule.style.display = "none";
  at = -1;
};

const line = (series, number) => {
  if (at >= series.length) return `\n${D.names[number]}: \u2013`;
  const interval = D.i ? " [" + D.i[number][at].join(", ") + "]" : "";
  return `\n${D.names[number]}: ${series[at]}${interval}`;
};

const show = index => {
  at = index;
  const scaleY = img.clientHeight / D.h;
  const x = (D.first + at * D.step) * img.clientWidth / D.w;
  rule.style.cssText +=
    `;display:block;left:${x}px;top:${D.top * scaleY}px;height:${(D.bottom - D.top) * scaleY}px`;
  const tick = D.ticks && at < D.ticks.length ? D.ticks[at] : at;
  say(x, (D.top + 20) * scaleY,
    `${D.x}: ${tick}` + D.v.slice(0, mostNamed).map(line).join("") + (D.v.length > mostNamed ? "\n\u2026" : ""));
};

root.addEventListener("mousemove", event => {
  const box = img.getBoundingClientRect();
  const x = (event.clientX - box.left) * D.w / box.width;
  const y = (event.clientY - box.top) * D.h / box.height;
  const index = Math.round((x - D.first) / D.step);
  const isOver = index >= 0 && index < D.n && y >= D.top && y <= D.bottom + 12;
  if (isOver) show(index);
  else hush();
});
root.addEventListener("mouseleave", hush);
root.addEventListener("blur", hush);

keys((dx, dy) => {
  if (!dx && !dy || !D.n) return hush();
  show((at + (dx || dy) + D.n) % D.n);
});
