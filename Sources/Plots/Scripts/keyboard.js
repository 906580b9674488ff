// Arrow keys, for those who reach the picture with Tab: a screen reader is told what it is and hands the keys on.
//
// Sees `root` and `img`, the still picture.

const arrowSteps = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Escape: [0, 0],
};

// Calls `handler` with the step of each arrow key, and with no step for Escape.
const keys = handler => {
  root.tabIndex = 0;
  root.setAttribute("role", "application");
  root.setAttribute("aria-label", img.alt + ". Arrow keys move through the values.");
  // JupyterLab's own shortcuts are held off only for Tab, so that a click into the picture doesn't take them away.
  root.addEventListener("focusin", event => {
    if (event.target.matches(":focus-visible")) root.dataset.lmSuppressShortcuts = "true";
  });
  root.addEventListener("focusout", () => { delete root.dataset.lmSuppressShortcuts; });
  root.addEventListener("keydown", event => {
    const step = arrowSteps[event.key];
    if (step && event.target === root && handler(...step) !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
};
