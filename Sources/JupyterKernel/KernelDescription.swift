public import JupyterProtocol

/// Who a kernel says that it is.
public struct KernelDescription: Sendable {
    public var implementation: String
    public var version: String
    public var language: LanguageInfo
    /// What a console shows at its start.
    public var banner: String
    public var helpLinks: [HelpLink]

    public init(
        implementation: String, version: String, language: LanguageInfo, banner: String, helpLinks: [HelpLink] = []
    ) {
        self.implementation = implementation
        self.version = version
        self.language = language
        self.banner = banner
        self.helpLinks = helpLinks
    }

    var reply: KernelInfoReply {
        KernelInfoReply(
            implementation: implementation, implementationVersion: version, languageInfo: language, banner: banner,
            helpLinks: helpLinks)
    }
}
