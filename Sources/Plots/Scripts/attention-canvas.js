// The enlarged head of an attention picture, with its axes.

// Draws into `canvas`, which lies in `pane`; `heads` are what `readHeads` gave.
const enlargedHead = (canvas, pane, heads) => {
  const font = "11px Helvetica,Arial,sans-serif";
  const context = canvas.getContext("2d");
  context.font = font;
  const labelWidth = Math.ceil(Math.max(...labels.map(label => context.measureText(label).width))) + 8;

  const room = Math.max(120, (root.parentElement.clientWidth || 900) - 28 - 22 - labelWidth - 10);
  const largest = Math.min(34, 460 / Math.max(sources, destinations), room / sources);
  const unit = largest >= 1 ? Math.floor(largest) : largest;
  const width = Math.max(120, sources * unit);
  const height = Math.max(destinations === sources ? 120 : 60, destinations * unit);
  const [left, top] = [22 + labelWidth, 8];
  const [fullWidth, fullHeight] = [left + width + 10, top + height + labelWidth + 24];

  canvas.setAttribute("aria-hidden", "true");
  if (fullWidth > pane.clientWidth) pane.tabIndex = 0;
  const ratio = Math.max(1, window.devicePixelRatio || 1);
  canvas.width = fullWidth * ratio;
  canvas.height = fullHeight * ratio;
  canvas.style.width = fullWidth + "px";
  canvas.style.height = fullHeight + "px";

  // The size of a number's cell.
  const cellWidth = () => width / state.window.width;
  const cellHeight = () => height / state.window.height;
  // Where a source's column and a destination's row lie.
  const columnX = source => left + (source - state.window.x) * cellWidth();
  const rowY = destination => top + (destination - state.window.y) * cellHeight();

  // Every how manyth label there is room for: 1, 2, 5, 10, …
  const labelStep = size => {
    let step = 1;
    for (const factor of [2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2]) if (step * size < 12.5) step *= factor;
    return Math.round(step);
  };

  const upright = (text, x, y) => {
    context.save();
    context.translate(x, y);
    context.rotate(-Math.PI / 2);
    context.fillText(text, 0, 0);
    context.restore();
  };

  const highlight = (x, y, boxWidth, boxHeight) => {
    context.fillStyle = "#ffe9a8";
    context.fillRect(x, y, boxWidth, boxHeight);
    context.fillStyle = "#111827";
  };

  const columnLabel = (source, isHot) => {
    const middle = columnX(source) + cellWidth() / 2;
    context.textAlign = "right";
    if (isHot) highlight(middle - 7, top + height + 2, 14, labelWidth - 2);
    upright(labels[source], middle + 4, top + height + 6);
  };

  const rowLabel = (destination, isHot) => {
    const middle = rowY(destination) + cellHeight() / 2;
    context.textAlign = "right";
    if (isHot) highlight(left - labelWidth, middle - 7, labelWidth - 2, 14);
    context.fillText(labels[destination + firstDestination], left - 6, middle + 4);
  };

  const drawAxes = () => {
    const shown = state.window;
    const [stepX, stepY] = [labelStep(cellWidth()), labelStep(cellHeight())];
    for (let x = Math.ceil(shown.x / stepX) * stepX; x < shown.x + shown.width; x += stepX) columnLabel(x);
    for (let y = Math.ceil(shown.y / stepY) * stepY; y < shown.y + shown.height; y += stepY) rowLabel(y);
    context.font = "12.5px Helvetica,Arial,sans-serif";
    context.textAlign = "center";
    context.fillText("Source token", left + width / 2, fullHeight - 6);
    upright("Destination token", 13, top + height / 2);
    context.font = font;
  };

  const isShown = ([row, column]) => {
    const shown = state.window;
    return row >= shown.y && row < shown.y + shown.height && column >= shown.x && column < shown.x + shown.width;
  };

  const drawCross = ([row, column]) => {
    context.strokeStyle = "rgba(17,24,39,0.55)";
    context.strokeRect(columnX(column) - 0.5, top - 0.5, cellWidth() + 1, height + 1);
    context.strokeRect(left - 0.5, rowY(row) - 0.5, width + 1, cellHeight() + 1);
    columnLabel(column, true);
    rowLabel(row, true);
  };

  const drawChosen = ({ startX, startY, endX, endY }) => {
    context.fillStyle = "rgba(44,100,200,0.2)";
    context.strokeStyle = "#2c64c8";
    context.fillRect(startX, startY, endX - startX, endY - startY);
    context.strokeRect(startX, startY, endX - startX, endY - startY);
  };

  const draw = () => {
    const shown = state.window;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, fullWidth, fullHeight);
    context.imageSmoothingEnabled = cellWidth() * ratio < 1;
    context.imageSmoothingQuality = "high";
    context.drawImage(
      heads.canvas(state.head), shown.x, shown.y, shown.width, shown.height, left, top, width, height);
    context.strokeStyle = "#96a0af";
    context.lineWidth = 1;
    context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);
    context.font = font;
    context.fillStyle = ink;
    drawAxes();
    if (state.hot && isShown(state.hot)) drawCross(state.hot);
    if (state.drag && state.drag.isMoved) drawChosen(state.drag);
  };

  // Where the pointer is: a place on the canvas, and the destination and source there, null beside the head.
  const under = event => {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isInside = x >= left && y >= top && x < left + width && y < top + height;
    const row = state.window.y + Math.floor((y - top) / height * state.window.height);
    const column = state.window.x + Math.floor((x - left) / width * state.window.width);
    return { x, y, cell: isInside ? [row, column] : null };
  };

  // Where the box that says a number points to, in `root`.
  const middle = ([row, column]) => [
    canvas.offsetLeft - pane.scrollLeft + columnX(column) + cellWidth() / 2,
    canvas.offsetTop + rowY(row) + cellHeight() / 2];

  // Carries the rectangle that is being chosen to a place on the canvas.
  const dragTo = ({ x, y }) => {
    const drag = state.drag;
    drag.isMoved = drag.isMoved || Math.max(Math.abs(x - drag.startX), Math.abs(y - drag.startY)) > 6;
    drag.endX = Math.min(left + width, Math.max(left, x));
    drag.endY = Math.min(top + height, Math.max(top, y));
  };

  // Enlarges the rectangle that was chosen, as a square of whole cells.
  const zoom = ({ startX, startY, endX, endY }) => {
    const side = Math.max(
      2, Math.ceil(Math.max(Math.abs(endX - startX) / cellWidth(), Math.abs(endY - startY) / cellHeight())));
    const x = state.window.x + Math.floor((Math.min(startX, endX) - left) / cellWidth());
    const y = state.window.y + Math.floor((Math.min(startY, endY) - top) / cellHeight());
    const [newWidth, newHeight] = [Math.min(side, sources), Math.min(side, destinations)];
    state.window = {
      x: Math.max(0, Math.min(x, sources - newWidth)), y: Math.max(0, Math.min(y, destinations - newHeight)),
      width: newWidth, height: newHeight,
    };
  };

  return { draw, under, middle, dragTo, zoom };
};
