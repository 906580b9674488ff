// Hover and arrow keys of points and columns: the nearest mark.
//
// `D` is the picture's data: `w`, `h` its size; `px`, `py` where the marks lie and `t` what is said of each; `reach` how near the
// pointer has to be; `columns` whether only the distance along the x axis counts.

const ring = add(
  "border:2px solid #111827;border-radius:50%;outline:1px solid #ffffff;width:14px;height:14px");
let at = -1;

const hush = () => {
  tip.style.display = ring.style.display = "none";
  at = -1;
};

const show = index => {
  at = index;
  const x = D.px[at] * img.clientWidth / D.w;
  const y = D.py[at] * img.clientHeight / D.h;
  ring.style.cssText += `;display:block;left:${x - 7}px;top:${y - 7}px`;
  say(x, y, D.t[at]);
};

root.addEventListener("mousemove", event => {
  const box = img.getBoundingClientRect();
  const x = (event.clientX - box.left) * D.w / box.width;
  const y = (event.clientY - box.top) * D.h / box.height;
  let nearest = -1;
  let least = D.reach;
  D.px.forEach((markX, index) => {
    const distance = D.columns ? Math.abs(markX - x) : Math.hypot(markX - x, D.py[index] - y);
    if (distance < least) {
      least = distance;
      nearest = index;
    }
  });
  if (nearest < 0) hush();
  else show(nearest);
});
root.addEventListener("mouseleave", hush);
root.addEventListener("blur", hush);

keys((dx, dy) => {
  const count = D.px.length;
  if (!dx && !dy || !count) return hush();
  // Where nothing is shown, backwards begins at the last mark.
  const from = at < 0 && dx + dy < 0 ? 0 : at;
  show((Math.max(at, from) + (dx || dy) + count) % count);
});
