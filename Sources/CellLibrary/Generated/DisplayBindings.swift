// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Display; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension MIMEBundle: HostObject {}
extension MIMEType: HostObject {}

extension HostLibrary {
    /// What Display offers to cells.
    func bindDisplay() {
        bindDisplay_ClearOutput()
        bindDisplay_Displayable()
        bindDisplay_MIMEBundle()
        bindDisplay_MIMEType()
    }

    private func bindDisplay_ClearOutput() {
        bind(
            "clearOutput",
            """
            /// Removes what the cell has shown so far; with `wait`, only when the next output arrives.
            ///
            /// ```swift
            /// clearOutput(wait: true)
            /// display(heatMap(scores))
            /// ```
            /// A compiled program keeps what it printed.
            func clearOutput(wait: Bool = false)
            """
        ) { call in
            try clearOutput(wait: call.value(0, as: Bool.self))
            return .void
        }
    }

    private func bindDisplay_Displayable() {
        conformance("Displayable")
        bind(
            "mimeBundle", on: "MIMEBundle",
            """
            /// What front ends are given to show: `mIMEBundle.mimeBundle.plain`.
            var mimeBundle: MIMEBundle
            """
        ) { call in
            try call.value(0, as: MIMEBundle.self).mimeBundle.toCell()
        }
        bind(
            "display",
            """
            /// Shows `value` now, between the lines that the program prints.
            ///
            /// ```swift
            /// display(heatMap(scores, title: "Scores"))
            /// ```
            /// In a notebook the front end picks the richest representation; a compiled program prints the text form.
            func display(_ value: any Displayable)
            """
        ) { call in
            try display(call.value(0, as: HostAny<any Displayable>.self).value)
            return .void
        }
    }

    private func bindDisplay_MIMEBundle() {
        type(
            "MIMEBundle", MIMEBundle.self,
            doc: """
            One thing to show, in several representations; a front end shows the richest that it can.

            ```swift
            MIMEBundle(plain: "12/40").with(.html, "<progress value=12 max=40></progress>")
            ```
            """)
        bind(
            "representations", on: "MIMEBundle",
            """
            /// The representations by MIME type. Text as it is; images as base64 without a `data:` prefix.
            var representations: [MIMEType: String]
            """
        ) { call in
            try call.value(0, as: MIMEBundle.self).representations.toCell()
        }
        bind(
            "metadata", on: "MIMEBundle",
            """
            /// What front ends may want to know about a representation, as JSON text by MIME type, such as `{"width": 200}`.
            var metadata: [MIMEType: String]
            """
        ) { call in
            try call.value(0, as: MIMEBundle.self).metadata.toCell()
        }
        bind(
            "init", on: "MIMEBundle",
            """
            /// A bundle always has a plain-text form: consoles, logs and screen readers show nothing else.
            init(plain: String)
            """
        ) { call in
            try MIMEBundle(plain: call.value(0, as: String.self)).toCell()
        }
        bind(
            "plain", on: "MIMEBundle",
            """
            /// The text/plain form.
            var plain: String
            """
        ) { call in
            try call.value(0, as: MIMEBundle.self).plain.toCell()
        }
        bind(
            "with", on: "MIMEBundle",
            """
            /// The same bundle with one more representation.
            func with(_ type: MIMEType, _ content: String, metadata json: String? = nil) -> MIMEBundle
            """
        ) { call in
            try call.value(0, as: MIMEBundle.self).with(
                call.value(1, as: MIMEType.self), call.value(2, as: String.self), 
                metadata: call.value(3, as: String?.self)).toCell()
        }
    }

    private func bindDisplay_MIMEType() {
        type(
            "MIMEType", MIMEType.self,
            doc: """
            The MIME types in which values show themselves.
            """)
        bind(
            "allCases", on: "MIMEType",
            """
            /// All cases, in their order: `MIMEType.allCases`.
            static var allCases: [MIMEType]
            """
        ) { _ in
            MIMEType.allCases.toCell()
        }
        bind(
            "rawValue", on: "MIMEType",
            """
            /// The text that stands for it: `MIMEType.plain.rawValue` is `"text/plain"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: MIMEType.self).rawValue.toCell()
        }
        bind(
            "init", on: "MIMEType",
            """
            /// What a text stands for, nil when there is none: `MIMEType(rawValue: "text/plain")`.
            init?(rawValue: String)
            """
        ) { call in
            try MIMEType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "plain", on: "MIMEType",
            """
            /// Text.
            static let plain: MIMEType
            """
        ) { _ in
            MIMEType.plain.toCell()
        }
        bind(
            "html", on: "MIMEType",
            """
            /// A page or a part of one.
            static let html: MIMEType
            """
        ) { _ in
            MIMEType.html.toCell()
        }
        bind(
            "markdown", on: "MIMEType",
            """
            /// Text with Markdown's marks.
            static let markdown: MIMEType
            """
        ) { _ in
            MIMEType.markdown.toCell()
        }
        bind(
            "png", on: "MIMEType",
            """
            /// A picture made of pixels.
            static let png: MIMEType
            """
        ) { _ in
            MIMEType.png.toCell()
        }
        bind(
            "svg", on: "MIMEType",
            """
            /// A picture made of shapes.
            static let svg: MIMEType
            """
        ) { _ in
            MIMEType.svg.toCell()
        }
        bind(
            "latex", on: "MIMEType",
            """
            /// A formula.
            static let latex: MIMEType
            """
        ) { _ in
            MIMEType.latex.toCell()
        }
    }
}
