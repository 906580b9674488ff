/// The scripts that make pictures live, `Scripts/*.js`, as pages get them. They need no library and reach nothing outside of
/// their picture.
///
/// What a page's script begins with, `root`, `img` and `D`, is in ``Picture``; `make test-page` shows all of them at work.
enum Script {
    /// A box with text beside a point, and layers over the picture.
    static let tooltip = shortened(PackageResources.tooltip_js)

    /// Arrow keys.
    static let keyboard = shortened(PackageResources.keyboard_js)

    /// The pixels of the images in the still picture.
    static let images = shortened(PackageResources.images_js)

    static let heatmap = shortened(PackageResources.heatmap_js)
    static let series = shortened(PackageResources.series_js)
    static let marks = shortened(PackageResources.marks_js)
    static let attention =
        shortened(PackageResources.attention_heads_js) + shortened(PackageResources.attention_canvas_js)
        + shortened(PackageResources.attention_js)

    /// Without indentation and comments, each of which has a line of its own.
    private static func shortened(_ bytes: [UInt8]) -> String {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
        return lines.filter { !$0.isEmpty && !$0.hasPrefix("//") }.joined(separator: "\n") + "\n"
    }
}
