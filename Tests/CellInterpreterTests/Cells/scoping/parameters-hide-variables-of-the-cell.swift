let scale = 10
func apply(_ scale: Int) -> Int { scale + 1 }
print(apply(1), scale)  // prints: 2 10
let result = [1, 2].map { scale in scale * 2 }
print(result)  // prints: [2, 4]
