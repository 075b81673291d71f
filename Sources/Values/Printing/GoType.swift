extension Value {
    /// The Go type that `%T` and error messages name.
    package var goType: String {
        switch self {
        case .null: return "<nil>"
        case .bool: return "bool"
        case .int: return "int"
        case .int64: return "int64"
        case .uint: return "uint64"
        case .float: return "float64"
        case .string: return "string"
        case .safe(let safe): return safe.kind.goType
        case .time: return "time.Time"
        case .duration: return "time.Duration"
        case .list: return "[]interface {}"
        case .map(let map): return map.foldsCase ? "hmaps.Params" : "map[string]interface {}"
        case .object(let object): return object.goType
        }
    }

    /// What Go's `%v` prints.
    package var goString: String { goSprintf("%v", [self]) }
}

extension SafeText.Kind {
    /// The name of the type in Go's `html/template`.
    var goType: String {
        switch self {
        case .html: return "template.HTML"
        case .htmlAttribute: return "template.HTMLAttr"
        case .url: return "template.URL"
        case .javaScript: return "template.JS"
        case .javaScriptString: return "template.JSStr"
        case .css: return "template.CSS"
        case .srcset: return "template.Srcset"
        }
    }
}
