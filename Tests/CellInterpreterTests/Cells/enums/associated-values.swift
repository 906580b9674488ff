enum Step {
    case ablate(head: Int, layer: Int)
    case patch(String)
    case none
}
func text(_ step: Step) -> String {
    switch step {
    case .ablate(let head, let layer): return "ablate \(layer).\(head)"
    case .patch(let name): return "patch \(name)"
    case .none: return "nothing"
    }
}
print(text(.ablate(head: 6, layer: 9)), text(.patch("z")), text(.none))  // prints: ablate 9.6 patch z nothing
print(Step.patch("q"))  // prints: patch("q")
