func heatMap(_ n: Int) {}
heatmap(1)  // error: cannot find 'heatmap' in scope; did you mean 'heatMap'?
