import Testing

/// Tests that run cells do so one after the other: the stop button is one for the whole process.
@Suite(.serialized) enum RunningCells {}
