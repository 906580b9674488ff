let n = 42
if case 40..<50 = n { print("forties") }  // prints: forties
let pair = (1, "one")
if case (1, let name) = pair { print(name) }  // prints: one
enum Ablation { case zero, mean(Double) }
let ablation = Ablation.mean(0.5)
if case .mean(let value) = ablation { print(value) }  // prints: 0.5
guard case .mean(let same) = ablation, same > 0 else { fatalError("not reached") }
print(same)  // prints: 0.5
