package import JupyterProtocol

/// Who a kernel says that it is.
package struct KernelDescription: Sendable {
    package var implementation: String
    package var version: String
    package var language: LanguageInfo
    /// What a console shows at its start.
    package var banner: String
    package var helpLinks: [HelpLink]

    package init(
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
