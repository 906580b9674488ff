func site(_ name: String) -> String {
    switch name {
    case "z", "q", "k", "v": return "attention"
    case "mlp_out": return "mlp"
    case let other where other.hasPrefix("resid"): return "residual"
    default: return "unknown"
    }
}
print(site("q"), site("mlp_out"), site("resid_pre"), site("x"))  // prints: attention mlp residual unknown
