// The viewer of attention: a picture of each head to choose from, the chosen one enlarged, and the tokens.

const make = (tag, css, parent, text) => {
  const element = document.createElement(tag);
  element.style.cssText = css;
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
};

const group = (element, name) => {
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", name);
};

// A button with a small picture for each head; none for a single one. Calls `show` with the head to be shown.
const headButtons = show => {
  if (D.names.length < 2) return [];
  make("div", "font-size:12px;margin-bottom:6px", root, "Head selector (hover to view, click to lock)");
  const strip = make(
    "div", "display:flex;flex-wrap:wrap;gap:6px;max-width:min(812px,100%);max-height:336px;overflow:auto;" +
    "margin-bottom:8px;padding:2px", root);
  group(strip, "Heads");
  const side = D.names.length > 24 ? 50 : Math.min(84, Math.floor(760 / Math.min(D.names.length, 12)) - 15);
  return D.names.map((name, index) => {
    const button = make(
      "button", "padding:3px;margin:0;border:2px solid #ffffff;border-radius:4px;background:#ffffff;color:" + ink +
      ";font:10px Helvetica,Arial,sans-serif;cursor:pointer;width:" + (side + 10) + "px;overflow:hidden;" +
      "text-overflow:ellipsis;white-space:nowrap", strip);
    button.type = "button";
    button.title = name;
    const canvas = make(
      "canvas", "display:block;border:1px solid #96a0af;box-sizing:border-box;width:" + side + "px;height:" +
      side + "px;margin-bottom:3px", button);
    canvas.width = canvas.height = side * Math.max(1, window.devicePixelRatio || 1);
    canvas.setAttribute("aria-hidden", "true");
    button.append(name);
    button.onmouseenter = button.onfocus = () => { if (state.locked < 0) show(index); };
    button.onclick = () => {
      state.locked = state.locked === index ? -1 : index;
      show(index);
    };
    return { button, canvas };
  });
};

const view = heads => {
  img.style.display = "none";
  root.style.padding = "10px 14px";
  root.style.boxSizing = "border-box";
  root.style.font = "13px Helvetica,Arial,sans-serif";
  if (D.title) make("div", "font-size:15px;margin-bottom:8px", root, D.title);
  const buttons = headButtons(head => show(head));

  const bar = make("div", "display:flex;align-items:baseline;gap:12px;margin-bottom:4px;min-height:20px", root);
  const heading = make("span", "font-size:14px;font-weight:bold", bar);
  const hint = make("span", "font-size:11px;color:#5b6b84", bar);
  const toggle = make(
    "button", "margin-left:auto;font:11px Helvetica,Arial,sans-serif;color:" + ink + ";background:#f3f5f9;" +
    "border:1px solid #c3cad6;border-radius:4px;padding:2px 8px;cursor:pointer", bar);
  toggle.type = "button";
  toggle.title = "Square-root colours make weak attention visible";
  toggle.onclick = () => {
    heads.toggleSquareRoot();
    paint();
  };

  const pane = make("div", "overflow-x:auto;max-width:100%", root);
  group(pane, "Enlarged head");
  const canvas = make("canvas", "display:block;cursor:crosshair;touch-action:none", pane);

  const words = make(
    "div", "max-width:760px;margin-top:8px;font:12px/1.9 Helvetica,Arial,sans-serif;max-height:170px;" +
    "overflow:auto", root);
  group(words, "Tokens");
  words.tabIndex = 0;
  make(
    "div", "font-size:11px;color:#5b6b84", words, "Point at a token: its attention to the others (click to hold)");
  const tokens = D.tokens.map((text, index) => {
    const token = make(
      "span", "white-space:pre-wrap;border-radius:3px;padding:2px 1px;cursor:default", words, tokenName(text));
    const isDestination = index >= firstDestination;
    token.onmouseenter = () => { if (state.held < 0 && isDestination) focusRow(index - firstDestination); };
    token.onclick = () => {
      state.held = state.held === index || !isDestination ? -1 : index;
      if (isDestination) focusRow(index - firstDestination);
    };
    return token;
  });

  const enlarged = enlargedHead(canvas, pane, heads);

  const colorTokens = () => {
    const row = state.held >= 0 ? state.held - firstDestination : state.hot ? state.hot[0] : -1;
    tokens.forEach((token, index) => {
      if (row < 0) {
        Object.assign(token.style, { backgroundColor: "#ffffff", color: ink, outline: "none" });
        token.title = "";
        return;
      }
      const [red, green, blue] = heads.tint(row, index);
      const isDark = 0.299 * red + 0.587 * green + 0.114 * blue < 140;
      token.style.backgroundColor = `rgb(${red},${green},${blue})`;
      token.style.color = isDark ? "#ffffff" : ink;
      token.style.outline = index === row + firstDestination ? "2px solid #e0a100" : "none";
      token.title = labels[row + firstDestination] + " \u2192 " + labels[index] + ": " + heads.said(row, index);
    });
  };

  const redraw = () => {
    enlarged.draw();
    colorTokens();
  };

  const focusRow = row => {
    state.hot = [row, state.hot ? state.hot[1] : 0];
    redraw();
  };

  const show = head => {
    state.head = head;
    heading.textContent = D.names[head];
    const isZoomed = state.window.width < sources || state.window.height < destinations;
    hint.textContent = (state.locked === head ? "locked, click again to unlock; " : "") + "drag to zoom" +
      (isZoomed ? ", double-click for all" : "");
    buttons.forEach(({ button }, index) => {
      const isLocked = index === state.locked;
      button.style.borderColor = isLocked ? "#e0a100" : index === head ? "#2c64c8" : "#ffffff";
      button.setAttribute("aria-pressed", isLocked);
    });
    redraw();
  };

  const paint = () => {
    buttons.forEach((small, index) => {
      const context = small.canvas.getContext("2d");
      context.imageSmoothingEnabled = sources > small.canvas.width;
      context.imageSmoothingQuality = "high";
      context.drawImage(heads.canvas(index), 0, 0, small.canvas.width, small.canvas.height);
    });
    toggle.textContent = "Colours: " + (state.isSquareRoot ? "square root" : "linear");
    show(state.head);
  };

  const sayHot = () => {
    const [row, column] = state.hot;
    const token = index => tokenName(D.tokens[index]) + " (" + index + ")";
    say(...enlarged.middle(state.hot),
      `Src: ${token(column)}\nDest: ${token(row + firstDestination)}\nVal: ${heads.said(row, column)}`);
  };

  const point = cell => {
    state.hot = cell;
    redraw();
    if (cell) sayHot();
    else tip.style.display = "none";
  };

  canvas.onpointerdown = event => {
    const { x, y, cell } = enlarged.under(event);
    if (!cell || event.button !== 0) return;
    state.drag = { startX: x, startY: y, endX: x, endY: y, isMoved: false };
    canvas.setPointerCapture(event.pointerId);
  };
  canvas.onpointermove = event => {
    const place = enlarged.under(event);
    if (state.drag) enlarged.dragTo(place);
    if (state.drag && state.drag.isMoved) {
      tip.style.display = "none";
      return enlarged.draw();
    }
    point(place.cell);
  };
  canvas.onpointerup = () => {
    if (state.drag && state.drag.isMoved) enlarged.zoom(state.drag);
    state.drag = state.hot = null;
    show(state.head);
  };
  canvas.onpointercancel = () => {
    state.drag = null;
    enlarged.draw();
  };
  canvas.ondblclick = () => {
    state.window = { x: 0, y: 0, width: sources, height: destinations };
    show(state.head);
  };
  canvas.onpointerleave = () => { if (!state.drag) point(null); };

  keys((dx, dy) => {
    if (!dx && !dy || !sources || !destinations) return void point(null);
    const { x, y, width, height } = state.window;
    const within = (value, first, count) => Math.max(first, Math.min(first + count - 1, value));
    point(state.hot
      ? [within(state.hot[0] + dy, y, height), within(state.hot[1] + dx, x, width)]
      : [y, x]);
  });

  paint();
};

images().then(([image]) => view(readHeads(image)), () => {});
