// What is shown of the heads of an attention picture: their colours, and what is said of a number.
//
// `D` is the picture's data: `title`; `names` of the heads; `tokens`, and how many `rows` of them are destinations, the last ones;
// `v` the numbers, where the page holds them; `most` the largest magnitude, and whether numbers are `signed`.

const ink = "#2a3f5f";
// Levels of colour from here on stand for no number.
const masked = 254;
const notANumber = 255;
const sources = D.tokens.length;
const destinations = D.rows;
// The number of the first destination among all tokens.
const firstDestination = sources - destinations;

// A token's text with what cannot be seen made visible.
const visible = text =>
  text.replace(/\r\n|[\n-\r\x85\u2028\u2029]/g, "\u00b6").replace(/\t/g, "\u2192").replace(
    /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g,
    character => "\\x" + character.charCodeAt(0).toString(16).padStart(2, "0"));

const tokenName = text => visible(text) || "\u00a0";

const short = text => {
  const trimmed = visible(text).replace(/^ +| +$/g, "");
  if (!trimmed) return text ? "\u2423" : "";
  return trimmed.length > 16 ? trimmed.slice(0, 15) + "\u2026" : trimmed;
};

const labels = D.tokens.map((text, index) => short(text) + " (" + index + ")");

// What the viewer shows, and how: `head` is its number, `locked` that of the one that stays; `hot` the destination and source under
// the pointer, `held` the token that was clicked; `window` the part of the head that is enlarged, `drag` the one being chosen.
const state = {
  head: 0, locked: -1, hot: null, held: -1, isSquareRoot: false, drag: null,
  window: { x: 0, y: 0, width: sources, height: destinations },
};

// The heads of the still picture, whose first image has all of them one below the other.
const readHeads = image => {
  let drawn = [];

  const level = (destination, source) => image.at(state.head * destinations + destination, source);

  // The level by which a level is coloured: square roots make weak attention visible.
  const tone = level => {
    if (level >= masked || !state.isSquareRoot) return level;
    if (!D.signed) return Math.round(Math.sqrt(level * 253));
    return Math.round(126 + Math.sign(level - 126) * Math.sqrt(Math.abs(level - 126) * 126));
  };

  // The number that a level stands for.
  const value = level => {
    const root = D.signed ? level / 126 - 1 : level / 253;
    return root * Math.abs(root) * D.most;
  };

  // A head with a pixel for each number.
  const canvas = head => {
    if (drawn[head]) return drawn[head];
    const element = document.createElement("canvas");
    element.width = sources;
    element.height = destinations;
    const context = element.getContext("2d");
    const pixels = context.createImageData(sources, destinations);
    for (let row = 0; row < destinations; row++) {
      for (let column = 0; column < sources; column++) {
        const place = 4 * (row * sources + column);
        const from = 3 * tone(image.at(head * destinations + row, column));
        for (let part = 0; part < 3; part++) pixels.data[place + part] = image.palette[from + part];
        pixels.data[place + 3] = 255;
      }
    }
    context.putImageData(pixels, 0, 0);
    return drawn[head] = element;
  };

  const said = (destination, source) => {
    const found = level(destination, source);
    if (found === masked) return "N/A (masked)";
    if (found === notANumber) return "NaN";
    if (D.v) return String(D.v[(state.head * destinations + destination) * sources + source]);
    return "\u2248 " + Number(value(found).toPrecision(3));
  };

  // The colour behind a token for the attention of a destination to it: red, green and blue.
  const tint = (destination, source) => {
    const found = level(destination, source);
    const from = 3 * (found >= masked ? (D.signed ? 126 : 0) : tone(found));
    return image.palette.subarray(from, from + 3);
  };

  const toggleSquareRoot = () => {
    state.isSquareRoot = !state.isSquareRoot;
    drawn = [];
  };

  return { canvas, said, tint, toggleSquareRoot };
};
