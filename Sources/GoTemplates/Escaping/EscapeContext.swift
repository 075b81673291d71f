/// Where in a page a byte of output stands: the state of an HTML parser with the languages inside of HTML.
///
/// The states and their rules are those of Go's `html/template`.
struct EscapeContext: Hashable, Sendable {
    /// What is being read.
    enum State: String, Sendable {
        case text, tag, attrName, afterName, beforeValue
        case htmlCmt, rcdata
        case attr, url, srcset, metaContent, metaContentURL
        case js, jsDqStr, jsSqStr, jsTmplLit, jsRegexp, jsBlockCmt, jsLineCmt, jsHTMLOpenCmt, jsHTMLCloseCmt
        case css, cssDqStr, cssSqStr, cssDqURL, cssSqURL, cssURL, cssBlockCmt, cssLineCmt
        /// Nothing is written here: a `break` or `continue` went before.
        case dead
    }

    /// What ends the attribute value that is being read.
    enum Delimiter: Sendable { case none, doubleQuote, singleQuote, spaceOrTagEnd }

    /// Which part of a URL is being read.
    enum URLPart: Sendable { case none, preQuery, queryOrFrag, unknown }

    /// What a `/` in JavaScript begins.
    enum Slash: Sendable { case regexp, divOp, unknown }

    /// Which kind of attribute is being read.
    enum Attribute: Sendable { case none, script, scriptType, style, url, srcset, metaContent }

    /// Which element with rules of its own is open.
    enum Element: Sendable { case none, script, style, textarea, title, meta }

    var state = State.text
    var delimiter = Delimiter.none
    var urlPart = URLPart.none
    var slash = Slash.regexp
    /// The braces that are open in each `${` of the template literals around.
    var braceDepths: [Int] = []
    var attribute = Attribute.none
    var element = Element.none

    /// The context at the start of a page.
    static let start = EscapeContext()

    /// The name of `template` when it is called here: its own in the text of a page.
    func key(of template: String) -> String {
        state == .text ? template : "\(template)$\(goText)"
    }

    /// The context in which an action at this place is written: attribute names and values that begin with it begin.
    func nudged() -> EscapeContext {
        var context = self
        switch state {
        case .tag: context.state = .attrName
        case .beforeValue:
            context.state = attribute.valueState
            context.delimiter = .spaceOrTagEnd
            context.attribute = .none
        case .afterName:
            context.state = .attrName
            context.attribute = .none
        default: break
        }
        return context
    }

    /// The context after two branches that end in `left` and `right`, or nil when they cannot be reconciled.
    static func joined(_ left: EscapeContext, _ right: EscapeContext) -> EscapeContext? {
        if left.state == .dead { return right }
        if right.state == .dead || left == right { return left }
        var context = left
        context.urlPart = right.urlPart
        if context == right {
            context.urlPart = .unknown
            return context
        }
        context = left
        context.slash = right.slash
        if context == right {
            context.slash = .unknown
            return context
        }
        // `<p title={{if .C}}{{.}}{{end}}`: one branch is inside of the value, the other before it.
        let (leftNudged, rightNudged) = (left.nudged(), right.nudged())
        if leftNudged != left || rightNudged != right { return joined(leftNudged, rightNudged) }
        return nil
    }

    /// The context as Go prints it in errors.
    var goText: String {
        let name = state.rawValue
        let stateName: String
        if state == .url {
            stateName = "URL"
        } else if name.hasPrefix("js") || name.hasPrefix("css") {
            let prefix = name.hasPrefix("js") ? 2 : 3
            stateName = name.prefix(prefix).uppercased() + name.dropFirst(prefix)
        } else {
            switch state {
            case .htmlCmt: stateName = "HTMLCmt"
            case .rcdata: stateName = "RCDATA"
            default: stateName = name.prefix(1).uppercased() + name.dropFirst()
            }
        }
        let delimiterName = ["none": "None", "doubleQuote": "DoubleQuote", "singleQuote": "SingleQuote"][
            "\(delimiter)", default: "SpaceOrTagEnd"]
        let attributeName = attribute == .url ? "URL" : "\(attribute)".capitalizedFirst
        let braces = braceDepths.map { "\($0)" }.joined(separator: " ")
        return "{state\(stateName) delim\(delimiterName) urlPart\("\(urlPart)".capitalizedFirst)"
            + " jsCtx\("\(slash)".capitalizedFirst) [\(braces)] attr\(attributeName)"
            + " element\("\(element)".capitalizedFirst) <nil>}"
    }
}

extension EscapeContext.State {
    var isComment: Bool {
        switch self {
        case .htmlCmt, .jsBlockCmt, .jsLineCmt, .jsHTMLOpenCmt, .jsHTMLCloseCmt, .cssBlockCmt, .cssLineCmt: true
        default: false
        }
    }

    var isInTag: Bool {
        switch self {
        case .tag, .attrName, .afterName, .beforeValue, .attr: true
        default: false
        }
    }

    var isScriptLiteral: Bool {
        switch self {
        case .jsDqStr, .jsSqStr, .jsTmplLit, .jsRegexp: true
        default: false
        }
    }
}

extension EscapeContext.Attribute {
    /// The state at the start of a value.
    var valueState: EscapeContext.State {
        switch self {
        case .none, .scriptType: .attr
        case .script: .js
        case .style: .css
        case .url: .url
        case .srcset: .srcset
        case .metaContent: .metaContent
        }
    }
}

extension EscapeContext.Element {
    /// The state behind the opening tag.
    var contentState: EscapeContext.State {
        switch self {
        case .none, .meta: .text
        case .script: .js
        case .style: .css
        case .textarea, .title: .rcdata
        }
    }

    /// The name, lower case; nil where no element has rules of its own.
    var name: StaticString? {
        switch self {
        case .none, .meta: nil
        case .script: "script"
        case .style: "style"
        case .textarea: "textarea"
        case .title: "title"
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
