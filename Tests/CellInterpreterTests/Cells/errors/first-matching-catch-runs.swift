enum Problem: Error { case small(Int), large(Int), odd }
func attempt(_ problem: Problem) -> String {
    do {
        throw problem
    } catch Problem.small(let n) where n < 0 {
        return "negative"
    } catch Problem.small(let n), Problem.large(let n) {
        return "sized \(n)"
    } catch {
        return "\(error)"
    }
}
print(attempt(.small(-1)), attempt(.small(1)), attempt(.large(9)), attempt(.odd))  // prints: negative sized 1 sized 9 odd
