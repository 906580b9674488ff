let pattern = #/[a-z]+/#  // error: regular expression literals are not supported in cells
