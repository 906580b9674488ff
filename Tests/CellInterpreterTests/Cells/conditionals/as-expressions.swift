let score = 0.7
let verdict = if score > 0.5 { "high" } else { "low" }
print(verdict)  // prints: high
let grade = if score > 0.9 { 1 } else if score > 0.6 { 2 } else { 3 }
print(grade)  // prints: 2
func word(_ n: Int) -> String {
    if n == 1 { "head" } else { "heads" }
}
print(word(1), word(2))  // prints: head heads
