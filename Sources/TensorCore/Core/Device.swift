/// Where numbers are computed. There is one choice today: the processor, through OpenBLAS.
///
/// ```swift
/// print(Device.current)        // cpu
/// ```
public enum Device: String, Sendable, CustomStringConvertible {
    /// The processor.
    case cpu

    /// The device in use.
    public static var current: Device { .cpu }

    /// The name: `cpu`.
    public var description: String { rawValue }
}
