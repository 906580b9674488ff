/// Asks who the kernel is.
package struct KernelInfoRequest: MessageContent {
    package static let messageType = "kernel_info_request"
    package init() {}
}

/// Who the kernel is and which language it runs.
package struct KernelInfoReply: MessageContent {
    package static let messageType = "kernel_info_reply"

    package var status = ReplyStatus.ok
    package var protocolVersion = JupyterProtocolVersion.current
    package var implementation: String
    package var implementationVersion: String
    package var languageInfo: LanguageInfo
    /// What a console shows at its start.
    package var banner: String
    package var helpLinks: [HelpLink]
    package var debugger = false
    /// Optional features such as `kernel subshells`.
    package var supportedFeatures: [String] = []

    package init(
        implementation: String, implementationVersion: String, languageInfo: LanguageInfo, banner: String,
        helpLinks: [HelpLink] = []
    ) {
        self.implementation = implementation
        self.implementationVersion = implementationVersion
        self.languageInfo = languageInfo
        self.banner = banner
        self.helpLinks = helpLinks
    }

    enum CodingKeys: String, CodingKey {
        case status
        case protocolVersion = "protocol_version"
        case implementation
        case implementationVersion = "implementation_version"
        case languageInfo = "language_info"
        case banner
        case helpLinks = "help_links"
        case debugger
        case supportedFeatures = "supported_features"
    }
}

/// What front ends need to colour, save and convert cells.
package struct LanguageInfo: Codable, Sendable, Equatable {
    package var name: String
    package var version: String
    package var mimetype: String
    /// With its dot, such as `.swift`.
    package var fileExtension: String
    package var pygmentsLexer: String
    package var codemirrorMode: String
    /// What the kernel has noted in each notebook, because front ends save all of this with it.
    package var swiftlens: [String: JSONValue]?

    package init(
        name: String, version: String, mimetype: String, fileExtension: String, pygmentsLexer: String,
        codemirrorMode: String, swiftlens: [String: JSONValue]? = nil
    ) {
        self.name = name
        self.version = version
        self.mimetype = mimetype
        self.fileExtension = fileExtension
        self.pygmentsLexer = pygmentsLexer
        self.codemirrorMode = codemirrorMode
        self.swiftlens = swiftlens
    }

    enum CodingKeys: String, CodingKey {
        case name, version, mimetype, swiftlens
        case fileExtension = "file_extension"
        case pygmentsLexer = "pygments_lexer"
        case codemirrorMode = "codemirror_mode"
    }
}

/// An entry of the front end's Help menu.
package struct HelpLink: Codable, Sendable, Equatable {
    package var text: String
    package var url: String

    package init(text: String, url: String) {
        self.text = text
        self.url = url
    }
}
