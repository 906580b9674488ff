let line = #line  // error: macros are not supported in cells
