internal import CellHost
internal import Platform

extension StandardLibrary {
    static func registerMath(in library: HostLibrary) {
        for (name, documentation, double, float) in powersAndLogarithms + trigonometry + roundings {
            library.define("func \(name)(_ x: Double) -> Double", documentation) { (x: Double) in double(x) }
            library.define("func \(name)(_ x: Float) -> Float", documentation) { (x: Float) in float(x) }
        }
        for (name, names, documentation, double, float) in ofTwo {
            library.define("func \(name)(\(parameters(names, "Double"))) -> Double", documentation) {
                (x: Double, y: Double) in double(x, y)
            }
            library.define("func \(name)(\(parameters(names, "Float"))) -> Float", documentation) {
                (x: Float, y: Float) in float(x, y)
            }
        }
    }

    private static func parameters(_ names: [String], _ type: String) -> String {
        names.map { "_ \($0): \(type)" }.joined(separator: ", ")
    }

    private typealias Function = (String, String, (Double) -> Double, (Float) -> Float)

    private static var powersAndLogarithms: [Function] {
        [
            ("sqrt", "The square root.", { $0.squareRoot() }, { $0.squareRoot() }),
            ("cbrt", "The cube root.", { cbrt($0) }, { cbrtf($0) }),
            ("exp", "e to the power of x.", { exp($0) }, { expf($0) }),
            ("exp2", "2 to the power of x.", { exp2($0) }, { exp2f($0) }),
            ("expm1", "e to the power of x, less 1, precise near 0.", { expm1($0) }, { expm1f($0) }),
            ("log", "The natural logarithm.", { log($0) }, { logf($0) }),
            ("log2", "The logarithm to base 2.", { log2($0) }, { log2f($0) }),
            ("log10", "The logarithm to base 10.", { log10($0) }, { log10f($0) }),
            ("log1p", "The natural logarithm of 1 + x, precise near 0.", { log1p($0) }, { log1pf($0) }),
            ("erf", "The error function.", { erf($0) }, { erff($0) }),
            ("erfc", "1 less the error function.", { erfc($0) }, { erfcf($0) }),
            ("tgamma", "The gamma function.", { tgamma($0) }, { tgammaf($0) }),
        ]
    }

    private static var trigonometry: [Function] {
        [
            ("sin", "The sine of an angle in radians.", { sin($0) }, { sinf($0) }),
            ("cos", "The cosine of an angle in radians.", { cos($0) }, { cosf($0) }),
            ("tan", "The tangent of an angle in radians.", { tan($0) }, { tanf($0) }),
            ("asin", "The angle whose sine is x.", { asin($0) }, { asinf($0) }),
            ("acos", "The angle whose cosine is x.", { acos($0) }, { acosf($0) }),
            ("atan", "The angle whose tangent is x.", { atan($0) }, { atanf($0) }),
            ("sinh", "The hyperbolic sine.", { sinh($0) }, { sinhf($0) }),
            ("cosh", "The hyperbolic cosine.", { cosh($0) }, { coshf($0) }),
            ("tanh", "The hyperbolic tangent.", { tanh($0) }, { tanhf($0) }),
            ("asinh", "The inverse of sinh.", { asinh($0) }, { asinhf($0) }),
            ("acosh", "The inverse of cosh.", { acosh($0) }, { acoshf($0) }),
            ("atanh", "The inverse of tanh.", { atanh($0) }, { atanhf($0) }),
        ]
    }

    private static var roundings: [Function] {
        [
            ("floor", "The next whole number below.", { $0.rounded(.down) }, { $0.rounded(.down) }),
            ("ceil", "The next whole number above.", { $0.rounded(.up) }, { $0.rounded(.up) }),
            ("round", "The nearest whole number; halves away from zero.", { $0.rounded() }, { $0.rounded() }),
            ("trunc", "The whole part.", { $0.rounded(.towardZero) }, { $0.rounded(.towardZero) }),
            ("rint", "The nearest whole number; of two the even one.", { rint($0) }, { rintf($0) }),
            ("fabs", "The distance from zero.", { $0.magnitude }, { $0.magnitude }),
        ]
    }

    private static var ofTwo: [(String, [String], String, (Double, Double) -> Double, (Float, Float) -> Float)] {
        [
            ("pow", ["x", "y"], "x to the power of y.", { pow($0, $1) }, { powf($0, $1) }),
            ("atan2", ["y", "x"], "The angle of the point (x, y).", { atan2($0, $1) }, { atan2f($0, $1) }),
            (
                "hypot", ["x", "y"], "The length of the vector (x, y).", { Hypotenuse.of($0, $1) },
                { Hypotenuse.of($0, $1) }
            ),
            ("fmod", ["x", "y"], "The remainder of x / y.", { fmod($0, $1) }, { fmodf($0, $1) }),
            ("fmin", ["x", "y"], "The smaller one; NaN loses.", { fmin($0, $1) }, { fminf($0, $1) }),
            ("fmax", ["x", "y"], "The larger one; NaN loses.", { fmax($0, $1) }, { fmaxf($0, $1) }),
            (
                "copysign", ["x", "y"], "The magnitude of x with the sign of y.", { copysign($0, $1) },
                { copysignf($0, $1) }
            ),
        ]
    }
}
