func load() async -> Int { 1 }  // error: 'async' and concurrency are not supported in cells
