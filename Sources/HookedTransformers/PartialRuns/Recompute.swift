/// How much of a run with hooks is computed when the same tokens were run before.
public enum Recompute: Sendable {
    /// What the hooks change, found by comparing activations before and after them; the rest is reused.
    case changed
    /// Everything, as if the tokens had never been run.
    case everything
}
