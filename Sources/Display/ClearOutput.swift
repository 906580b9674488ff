/// Removes what the cell has shown so far; with `wait`, only when the next output arrives.
///
/// ```swift
/// clearOutput(wait: true)
/// display(heatMap(scores))
/// ```
/// A compiled program keeps what it printed.
public func clearOutput(wait: Bool = false) {
    DisplayOutputs.current.clear(wait: wait)
}
