internal import TensorCore

/// Turns stretches of packed numbers into float32, to the last bit as the format's own Python package does.
///
/// Products are rounded before they are added to: the order of operations is part of the numbers.
enum Dequantization {
    /// Writes the `type.blockCount` numbers of the block at `block` to `out`.
    static func block(_ type: GGUFTensorType, _ block: UnsafeRawPointer, _ out: UnsafeMutablePointer<Float>) {
        switch type {
        case .f32: out[0] = block.loadUnaligned(as: Float.self)
        case .f16: out[0] = half(block, 0)
        case .bf16: out[0] = Float(bitPattern: UInt32(block.loadUnaligned(as: UInt16.self)) << 16)
        case .q4_0: nibbles(block, 2, half(block, 0), out) { Float(Int($0) - 8) }
        case .q4_1: shifted(block, out, quants: 4) { quant, _ in quant }
        case .q5_0: fiveBits(block, 2, half(block, 0), out)
        case .q5_1:
            let high = block.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
            shifted(block, out, quants: 8) { quant, index in quant | UInt8(high >> UInt32(index) & 1) << 4 }
        case .q8_0:
            let scale = half(block, 0)
            for i in 0..<32 { out[i] = scale * Float(block.load(fromByteOffset: 2 + i, as: Int8.self)) }
        case .q4_K: superBlock(block, out, quants: 16) { quant, _, _ in quant }
        case .q5_K:
            superBlock(block, out, quants: 48) { quant, group, index in
                quant | (block.load(fromByteOffset: 16 + index, as: UInt8.self) >> UInt8(group) & 1) << 4
            }
        case .q6_K: sixBits(block, out)
        }
    }

    /// The number of half precision at an offset.
    private static func half(_ block: UnsafeRawPointer, _ offset: Int) -> Float {
        HalfPrecision.float(block.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    }

    /// 16 bytes of two numbers each: the low halves first, then the high ones.
    private static func nibbles(
        _ block: UnsafeRawPointer, _ offset: Int, _ scale: Float, _ out: UnsafeMutablePointer<Float>,
        _ value: (UInt8) -> Float
    ) {
        for i in 0..<16 {
            let byte = block.load(fromByteOffset: offset + i, as: UInt8.self)
            out[i] = scale * value(byte & 0xF)
            out[i + 16] = scale * value(byte >> 4)
        }
    }

    /// A scale and a least value in front, then 16 bytes of two numbers each.
    private static func shifted(
        _ block: UnsafeRawPointer, _ out: UnsafeMutablePointer<Float>, quants: Int,
        _ quant: (_ low: UInt8, _ index: Int) -> UInt8
    ) {
        let (scale, least) = (half(block, 0), half(block, 2))
        for i in 0..<16 {
            let byte = block.load(fromByteOffset: quants + i, as: UInt8.self)
            out[i] = scale * Float(quant(byte & 0xF, i)) + least
            out[i + 16] = scale * Float(quant(byte >> 4, i + 16)) + least
        }
    }

    /// Four bits each, and a fifth of each in the 32 bits before them.
    private static func fiveBits(
        _ block: UnsafeRawPointer, _ offset: Int, _ scale: Float, _ out: UnsafeMutablePointer<Float>
    ) {
        let high = block.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        for i in 0..<16 {
            let byte = block.load(fromByteOffset: offset + 4 + i, as: UInt8.self)
            out[i] = scale * Float(Int(byte & 0xF | UInt8(high >> UInt32(i) & 1) << 4) - 16)
            out[i + 16] = scale * Float(Int(byte >> 4 | UInt8(high >> UInt32(i + 16) & 1) << 4) - 16)
        }
    }

    /// Eight groups of 32 numbers, each with a scale and a least value of six bits.
    private static func superBlock(
        _ block: UnsafeRawPointer, _ out: UnsafeMutablePointer<Float>, quants: Int,
        _ quant: (_ low: UInt8, _ group: Int, _ index: Int) -> UInt8
    ) {
        let (scale, least) = (half(block, 0), half(block, 2))
        for group in 0..<8 {
            let (factor, offset) = groupScales(block + 4, group)
            let (own, under) = (scale * Float(factor), least * Float(offset))
            for i in 0..<32 {
                let byte = block.load(fromByteOffset: quants + group / 2 * 32 + i, as: UInt8.self)
                let low = group % 2 == 0 ? byte & 0xF : byte >> 4
                out[group * 32 + i] = own * Float(quant(low, group, i)) - under
            }
        }
    }

    /// The two numbers of six bits of a group, of eight pairs that share twelve bytes.
    private static func groupScales(_ bytes: UnsafeRawPointer, _ group: Int) -> (UInt8, UInt8) {
        func byte(_ index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }
        if group < 4 { return (byte(group) & 0x3F, byte(group + 4) & 0x3F) }
        let shared = byte(group + 4)
        return (shared & 0xF | byte(group - 4) >> 2 & 0x30, shared >> 4 | byte(group) >> 2 & 0x30)
    }

    /// 16 groups of 16 numbers of six bits, each with a scale of eight.
    private static func sixBits(_ block: UnsafeRawPointer, _ out: UnsafeMutablePointer<Float>) {
        let scale = half(block, 208)
        for i in 0..<256 {
            let (half, rest) = (i / 128, i % 128)
            let lowByte = block.load(fromByteOffset: half * 64 + rest % 64, as: UInt8.self)
            let low = rest < 64 ? lowByte & 0xF : lowByte >> 4
            let high =
                block.load(fromByteOffset: 128 + half * 32 + rest % 32, as: UInt8.self) >> UInt8(rest / 32 * 2) & 3
            let factor = scale * Float(block.load(fromByteOffset: 192 + i / 16, as: Int8.self))
            out[i] = factor * Float(Int(low | high << 4) - 32)
        }
    }
}
