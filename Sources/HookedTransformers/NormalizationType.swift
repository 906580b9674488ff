/// Which norm the residual stream is read through, under TransformerLens's names.
public enum NormalizationType: String, Sendable, CaseIterable, CustomStringConvertible {
    /// (x − mean) / scale · w + b
    case layerNorm = "LN"
    /// (x − mean) / scale; w and b are folded into the matrices that follow.
    case layerNormPre = "LNPre"
    /// x / scale · w
    case rms = "RMS"
    /// x / scale; w is folded into the matrices that follow.
    case rmsPre = "RMSPre"
    /// The residual stream is read as it is.
    case absent = "None"

    /// The same norm once its parameters are folded into what follows.
    package var folded: NormalizationType {
        switch self {
        case .layerNorm: .layerNormPre
        case .rms: .rmsPre
        case .layerNormPre, .rmsPre, .absent: self
        }
    }

    public var description: String { rawValue }
}
