/// A value that knows how to show itself: a plot, a table, a tensor.
///
/// Conform a type to have it shown when it is the last expression of a cell, or by ``display(_:)``.
public protocol Displayable {
    /// What a front end is given to show.
    var mimeBundle: MIMEBundle { get }
}

extension MIMEBundle: Displayable {
    public var mimeBundle: MIMEBundle { self }
}

/// Shows `value` now, between the lines that the program prints.
///
/// ```swift
/// display(heatMap(scores, title: "Scores"))
/// ```
/// In a notebook the front end picks the richest representation; a compiled program prints the text form.
public func display(_ value: any Displayable) {
    DisplayOutputs.current.show(value.mimeBundle, id: nil)
}
