import Foundation
import TensorCore
import Testing

/// Loops over floats at their ends: elements that fill no vector, values that are no numbers.
@Suite struct VectorKernelTests {
    typealias Loop = @Sendable (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void

    static let functions: [(name: String, loop: Loop, exact: @Sendable (Double) -> Double)] = [
        ("exp", { Elementwise.exp($0, into: $1, count: $2) }, { exp($0) }),
        ("gelu", { Elementwise.gelu($0, into: $1, count: $2) }, { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }),
        (
            "geluNew", { Elementwise.geluNew($0, into: $1, count: $2) },
            { x in
                x / 2 * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
            }
        ),
        ("silu", { Elementwise.silu($0, into: $1, count: $2) }, { $0 / (1 + exp(-$0)) }),
        ("relu", { Elementwise.relu($0, into: $1, count: $2) }, { max($0, 0) }),
    ]

    @Test(arguments: functions.indices) func functionsOfOneNumber(_ number: Int) {
        let (name, loop, exact) = Self.functions[number]
        for count in [0, 1, 3, 15, 16, 17, 31, 33, 1000] {
            let x = (0..<count).map { Float(sin(Double($0) * 1.7) * 9) }
            var out = [Float](repeating: 7, count: count + 1)
            loop(x, &out, count)
            #expect(out[count] == 7, "\(name) wrote behind the end of \(count)")
            for (value, x) in zip(out, x) {
                let wanted = exact(Double(x))
                #expect(abs(Double(value) - wanted) <= 3e-7 * max(abs(wanted), abs(Double(x))), "\(name)(\(x))")
            }
        }
    }

    @Test(arguments: functions.indices) func functionsWhereTheyEnd(_ number: Int) {
        let (name, loop, exact) = Self.functions[number]
        let x: [Float] = [.nan, .infinity, 0, -0, 200, -200]
        var out = [Float](repeating: 0, count: x.count)
        loop(x, &out, x.count)
        #expect(out[0].isNaN, "\(name) of NaN")
        #expect(out[1] == .infinity, "\(name) of infinity")
        for i in 2..<4 { #expect(out[i] == Float(exact(Double(x[i]))), "\(name)(\(x[i]))") }
        #expect(out[5].magnitude == 0, "\(name)(-200)")
    }

    @Test("Numbers are capped to within three units of the last digit, one by one as among others")
    func softCap() {
        for cap in [1, 30, 50] as [Float] {
            for count in [1, 15, 16, 17, 1000] {
                let x = (0..<count).map { Float(sin(Double($0) * 1.7)) * cap * Float($0 % 7) }
                var out = [Float](repeating: 7, count: count + 1)
                Elementwise.softCap(x, cap, into: &out, count: count)
                #expect(out[count] == 7)
                for (i, x) in x.enumerated() {
                    let wanted = Double(cap) * tanh(Double(x) / Double(cap))
                    #expect(abs(Double(out[i]) - wanted) <= 3.6e-7 * abs(wanted), "\(x) below \(cap)")
                    var alone = Float(7)
                    withUnsafePointer(to: x) { Elementwise.softCap($0, cap, into: &alone, count: 1) }
                    #expect(alone == out[i])
                }
            }
        }
        let ends: [Float] = [.nan, .infinity, -.infinity, 0, -0, 1e-30]
        var out = [Float](repeating: 7, count: ends.count)
        Elementwise.softCap(ends, 50, into: &out, count: ends.count)
        #expect(out[0].isNaN && out[1] == 50 && out[2] == -50 && out[3...4] == [0, 0])
        #expect(abs(out[5] - 1e-30) < 1e-36)
    }

    @Test func turningByAnAngle() {
        let x: [Float] = [1, 2, 3, 4, 5, 6]
        var out = [Float](repeating: 0, count: 6)
        let waves = [0.3, 1.1, -2].flatMap { [Float(cos($0)), Float(sin($0))] }
        Elementwise.rotateHalves(x, by: waves, into: &out, pairs: 3)
        for (j, angle) in [0.3, 1.1, -2].enumerated() {
            let (first, second) = (Double(x[j]), Double(x[j + 3]))
            #expect(abs(Double(out[j]) - (first * cos(angle) - second * sin(angle))) < 1e-5)
            #expect(abs(Double(out[j + 3]) - (second * cos(angle) + first * sin(angle))) < 1e-5)
        }
    }
}
