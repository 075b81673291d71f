internal import CLibSass
internal import Glibc
internal import Values

/// Makes CSS of Sass with libsass, which is linked into the program: `docs/decisions/0015-sass.md`.
struct SassCompiler {
    /// What an `@import` leads to.
    enum Import {
        /// A file by its real path.
        case file(String)
        /// A text, with the path that messages show.
        case text(String, path: String)
    }

    /// `nested`, `expanded`, `compact` or `compressed`.
    var outputStyle = "nested"
    /// Digits behind the point; 8 is what Bootstrap needs.
    var precision = 8
    /// Whether blocks are indented, as in files that end in `.sass`.
    var isIndented = false
    /// The name of the style sheet when a source map for it is wanted.
    var mapName: String?
    /// Finds what stands behind `@import`: the address, and the real path of the file that asks, `stdin` for the first.
    /// Nothing else is read.
    var resolve: (_ address: String, _ importer: String) -> Import?

    /// What the importer of libsass is given to find its way back.
    private final class Cookie {
        let resolve: (String, String) -> Import?
        init(_ resolve: @escaping (String, String) -> Import?) { self.resolve = resolve }
    }

    /// The style sheet, or an error with the place where libsass gave up.
    func css(of source: String) throws(ValueError) -> (css: String, map: String?) {
        let plain = SassImports.hidingPlain(in: source)
        guard let context = sass_make_data_context(sass_copy_c_string(plain)) else { throw ValueError("no memory") }
        defer { sass_delete_data_context(context) }
        let options = sass_data_context_get_options(context)
        sass_option_set_precision(options, Int32(clamping: min(max(precision, 0), 20)))
        sass_option_set_output_style(options, style)
        sass_option_set_is_indented_syntax_src(options, isIndented)
        if let mapName {
            sass_option_set_output_path(options, mapName)
            sass_option_set_source_map_file(options, mapName + ".map")
            sass_option_set_source_map_contents(options, true)
        }
        let cookie = Cookie(resolve)
        let importers = sass_make_importer_list(1)
        sass_importer_set_list_entry(
            importers, 0,
            sass_make_importer(
                { address, entry, compiler in SassCompiler.importing(address, entry, compiler) }, 0,
                Unmanaged.passUnretained(cookie).toOpaque()))
        sass_option_set_c_importers(options, importers)
        let status = withExtendedLifetime(cookie) { sass_compile_data_context(context) }
        let result = sass_data_context_get_context(context)
        guard status == 0, let text = sass_context_get_output_string(result) else {
            let message = sass_context_get_error_text(result).map { String(cString: $0) } ?? "Sass failed"
            let file = sass_context_get_error_file(result).map { String(cString: $0) } ?? "stdin"
            let line = sass_context_get_error_line(result)
            let column = sass_context_get_error_column(result)
            throw ValueError("\(file):\(line):\(column): \(message)")
        }
        let map = mapName == nil ? nil : sass_context_get_source_map_string(result).map { String(cString: $0) }
        return (SassImports.showingPlain(in: String(cString: text)), map)
    }

    private var style: Sass_Output_Style {
        switch outputStyle.lowercased() {
        case "expanded": return SASS_STYLE_EXPANDED
        case "compact": return SASS_STYLE_COMPACT
        case "compressed": return SASS_STYLE_COMPRESSED
        default: return SASS_STYLE_NESTED
        }
    }

    private static func importing(
        _ address: UnsafePointer<CChar>?, _ entry: Sass_Importer_Entry?, _ compiler: OpaquePointer?
    ) -> Sass_Import_List? {
        guard let address, let pointer = sass_importer_get_cookie(entry) else { return nil }
        let cookie = Unmanaged<Cookie>.fromOpaque(pointer).takeUnretainedValue()
        let wanted = String(cString: address)
        let last = sass_import_get_abs_path(sass_compiler_get_last_import(compiler)).map { String(cString: $0) }
        let list: Sass_Import_List?
        switch cookie.resolve(wanted, last ?? "stdin") {
        case .file(let path)?:
            list = sass_make_import_list(1)
            sass_import_set_list_entry(list, 0, sass_make_import_entry(path, nil, nil))
        case .text(let text, let path)?:
            list = sass_make_import_list(1)
            sass_import_set_list_entry(list, 0, sass_make_import_entry(path, sass_copy_c_string(text), nil))
        case nil where SassImports.isPlain(wanted):
            // An import that the browser makes.
            return nil
        case nil:
            list = sass_make_import_list(1)
            let missing = sass_make_import_entry(wanted, nil, nil)
            sass_import_set_error(missing, "File to import not found: \(wanted)", -1, -1)
            sass_import_set_list_entry(list, 0, missing)
        }
        return list
    }
}

/// Imports that stay in the style sheet.
enum SassImports {
    private static let opening = "/* HUGO_IMPORT_START "
    private static let closing = " HUGO_IMPORT_END */"

    /// Whether the browser makes an import of that address.
    static func isPlain(_ address: String) -> Bool {
        address.hasSuffix(".css") || address.hasPrefix("//") || address.contains("://") || address.hasPrefix("url(")
    }

    /// The source with each line that imports CSS as a comment, so that libsass leaves it where it stands.
    static func hidingPlain(in source: String) -> String {
        eachLine(source, with: "@import \"", ".css\";") { "\(opening)\($0).css\(closing)" }
    }

    /// The style sheet with those lines again.
    static func showingPlain(in css: String) -> String {
        eachLine(css, with: opening, closing) { "@import \"\($0)\";" }
    }

    private static func eachLine(
        _ text: String, with opening: String, _ closing: String, _ line: (Substring) -> String
    ) -> String {
        guard text.contains(opening) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { whole in
            guard let start = whole.ranges(of: opening).last?.upperBound,
                let end = whole[start...].ranges(of: closing).last?.lowerBound
            else { return String(whole) }
            return line(whole[start..<end])
        }.joined(separator: "\n")
    }
}
