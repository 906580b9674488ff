// The images in the still picture, read from the PNG files themselves, so that the page holds their data once.
//
// Sees `img`.

// Of one file its width, height and palette, and `at(row, column)`, the index of a pixel's colour.
const readPNG = async base64 => {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const image = {};
  let rows;
  for (let place = 8, length; place < bytes.length; place += length + 12) {
    length = view.getUint32(place);
    const name = String.fromCharCode(...bytes.subarray(place + 4, place + 8));
    const body = bytes.subarray(place + 8, place + 8 + length);
    if (name === "IHDR") {
      image.width = view.getUint32(place + 8);
      image.height = view.getUint32(place + 12);
    }
    if (name === "PLTE") image.palette = body;
    if (name === "IDAT") {
      const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream("deflate"));
      rows = new Uint8Array(await new Response(stream).arrayBuffer());
    }
  }
  // A row begins with a zero.
  image.at = (row, column) => rows[row * (image.width + 1) + column + 1];
  return image;
};

const images = () => {
  const found = decodeURIComponent(img.src).matchAll(/href='data:image\/png;base64,([^']+)'/g);
  return Promise.all([...found].map(match => readPNG(match[1])));
};
