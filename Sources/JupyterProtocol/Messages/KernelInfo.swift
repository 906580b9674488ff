/// Asks who the kernel is.
public struct KernelInfoRequest: MessageContent {
    public static let messageType = "kernel_info_request"
    public init() {}
}

/// Who the kernel is and which language it runs.
public struct KernelInfoReply: MessageContent {
    public static let messageType = "kernel_info_reply"

    public var status = ReplyStatus.ok
    public var protocolVersion = JupyterProtocolVersion.current
    public var implementation: String
    public var implementationVersion: String
    public var languageInfo: LanguageInfo
    /// What a console shows at its start.
    public var banner: String
    public var helpLinks: [HelpLink]
    public var debugger = false
    /// Optional features such as `kernel subshells`.
    public var supportedFeatures: [String] = []

    public init(
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
public struct LanguageInfo: Codable, Sendable, Equatable {
    public var name: String
    public var version: String
    public var mimetype: String
    /// With its dot, such as `.swift`.
    public var fileExtension: String
    public var pygmentsLexer: String
    public var codemirrorMode: String
    /// What the kernel has noted in each notebook, because front ends save all of this with it.
    public var swiftlens: [String: JSONValue]?

    public init(
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
public struct HelpLink: Codable, Sendable, Equatable {
    public var text: String
    public var url: String

    public init(text: String, url: String) {
        self.text = text
        self.url = url
    }
}
