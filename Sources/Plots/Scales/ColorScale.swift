/// Colours along a line of equally spaced stops.
package struct ColorScale: Sendable {
    package var stops: [Color]

    /// The colour at a fraction from 0 to 1, mixed linearly between its two stops.
    package func color(at fraction: Double) -> Color {
        guard let last = stops.last, stops.count > 1, !fraction.isNaN else { return .missing }
        let place = min(1, max(0, fraction)) * Double(stops.count - 1)
        let index = Int(place)
        guard index < stops.count - 1 else { return last }
        return stops[index].mixed(with: stops[index + 1], place - Double(index))
    }

    /// Red for negative, near-white in the middle, blue for positive: ColorBrewer's RdBu with eleven classes
    /// (https://colorbrewer2.org), which plotly's `RdBu` is too.
    package static let redBlue = ColorScale(stops: [
        Color(103, 0, 31), Color(178, 24, 43), Color(214, 96, 77), Color(244, 165, 130), Color(253, 219, 199),
        Color(247, 247, 247), Color(209, 229, 240), Color(146, 197, 222), Color(67, 147, 195), Color(33, 102, 172),
        Color(5, 48, 97),
    ])
}
