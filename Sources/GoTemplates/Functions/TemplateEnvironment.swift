package import Values

/// What functions need from outside: whoever renders gives an object of this kind to `TemplateExecution.environment`.
///
/// Functions that are called without one (`keyport template` on data alone) see the present time and drop messages.
package protocol TemplateEnvironment: AnyObject, Sendable {
    /// The instant that `now` gives, in the zone of the site.
    var currentTime: ZonedTime { get }
    /// The zone of times that are written without one.
    var timeZone: TimeZoneRules { get }
    /// How the language of the page writes dates and numbers.
    var locale: LocaleRules? { get }
    /// What feeds one call of `shuffle` or `math.Rand`: another number for the next call, and the same for the same site.
    func drawSeed() -> UInt64
    /// Takes what `errorf`, `warnf` and `erroridf` say.
    func log(_ message: TemplateMessage)
}

/// What a template said by `errorf`, `warnf` or one of their kin.
package struct TemplateMessage: Sendable, Equatable {
    /// How bad it is.
    package enum Level: Sendable {
        /// The build fails at its end.
        case error
        /// The build goes on.
        case warning
    }

    /// How bad it is.
    package let level: Level
    /// The id that the configuration can silence (`ignoreLogs`), or nil.
    package let id: String?
    /// The text.
    package let text: String

    /// A message.
    package init(_ level: Level, id: String? = nil, _ text: String) {
        self.level = level
        self.id = id
        self.text = text
    }
}

extension Invocation {
    /// What the caller's maker provides, or nil.
    var environment: (any TemplateEnvironment)? {
        (context as? TemplateExecution)?.environment as? any TemplateEnvironment
    }

    /// How dates and numbers are written for the caller, in English without an environment; nil only without a table.
    var locale: LocaleRules? { environment.map(\.locale) ?? LocaleRules.named([]) }
}
