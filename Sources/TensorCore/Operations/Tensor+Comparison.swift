extension Tensor {
    /// A mask of where the left side is smaller, with broadcasting: `a .< b`.
    public static func .< (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".<", { $0 < $1 }, { $0 < $1 }) }

    /// A mask of where the left side is smaller or equal, with broadcasting: `a .<= b`.
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".<=", { $0 <= $1 }, { $0 <= $1 }) }

    /// A mask of where the left side is larger, with broadcasting: `a .> b`.
    public static func .> (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".>", { $0 > $1 }, { $0 > $1 }) }

    /// A mask of where the left side is larger or equal, with broadcasting: `a .>= b`.
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".>=", { $0 >= $1 }, { $0 >= $1 }) }

    /// A mask of where the left side is equal, with broadcasting: `a .== b`.
    public static func .== (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".==", { $0 == $1 }, { $0 == $1 }) }

    /// A mask of where the left side is different, with broadcasting: `a .!= b`.
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { comparison(a, b, ".!=", { $0 != $1 }, { $0 != $1 }) }

    /// A mask of where both are true: `a .& b`.
    public static func .& (a: Tensor, b: Tensor) -> Tensor { logical(a, b, ".&") { Truth($0.value && $1.value) } }

    /// A mask of where at least one is true: `a .| b`.
    public static func .| (a: Tensor, b: Tensor) -> Tensor { logical(a, b, ".|") { Truth($0.value || $1.value) } }

    /// A mask of where this one is false: `.!mask`.
    public static prefix func .! (a: Tensor) -> Tensor { a .== 0 }

    @inline(__always)
    private static func comparison(
        _ a: Tensor, _ b: Tensor, _ operation: String, _ floats: (Float, Float) -> Bool, _ ints: (Int, Int) -> Bool
    ) -> Tensor {
        orFault {
            if DType.promoted(a.dtype, b.dtype) == .float32 {
                return try combine(a.detach().asType(.float32), b.detach().asType(.float32), operation, Float.self) {
                    Truth(floats($0, $1))
                }
            }
            return try combine(a.asType(.int64), b.asType(.int64), operation, Int.self) { Truth(ints($0, $1)) }
        }
    }

    private static func logical(
        _ a: Tensor, _ b: Tensor, _ operation: String, _ f: (Truth, Truth) -> Truth
    ) -> Tensor {
        orFault { try combine(a.asType(.bool), b.asType(.bool), operation, Truth.self, f) }
    }
}
