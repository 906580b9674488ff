extension HostLibrary {
    /// Says of types and functions of Swift's own that cells do not have them, and what to write in their place.
    ///
    /// ```swift
    /// library.leaveOut("Int32 Int64", "whole numbers are Int")
    /// ```
    /// - Parameter names: separated by blanks; a member with its type, `String.startIndex`.
    package func leaveOut(_ names: String, _ way: String) {
        for name in names.split(separator: " ") { leftOut[String(name)] = way }
    }
}
