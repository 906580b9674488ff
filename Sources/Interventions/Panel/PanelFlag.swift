/// A component about which a method misleads, with the numbers that show it.
///
/// ```swift
/// for flag in panel.flags where flag.kind == .spoofing { print(flag) }
/// ```
public struct PanelFlag: Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Most of the effect is what the replacement itself does to later layers, not what the component knew.
        case spoofing
        /// The effect depends on where the weights keep their constants.
        case basis
        /// The replacement was made from the prompts that it is tested on.
        case inSample = "in-sample"
    }

    /// What is wrong.
    public let kind: Kind
    /// `L0H10`; empty where all components are meant.
    public let component: String
    /// The method that misleads.
    public let method: AblationKind
    /// The sentence, with its numbers.
    public let description: String
}
