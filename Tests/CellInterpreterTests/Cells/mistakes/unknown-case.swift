enum Side { case left, right }
let side: Side = .lfet  // error: type 'Side' has no member 'lfet'
