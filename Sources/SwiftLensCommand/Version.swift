/// Which SwiftLens this is.
enum Version {
    static let number = "0.2.0"
    /// The Swift whose rules the cells follow.
    static let swift = "6.3"
}
