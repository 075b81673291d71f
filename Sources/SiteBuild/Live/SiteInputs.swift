internal import Files
internal import GoTemplates
package import SiteModel
internal import Text
internal import Values

/// What a build reads besides the content: settings, templates, data, strings, assets.
package enum SiteInputs {
    /// A digest of all that decides what a page looks like and is no content, from the marks of files; another one after
    /// any change.
    package static func digest(_ configuration: SiteConfiguration) -> String {
        var text = (try? JSON.string(.map(configuration.raw))) ?? ""
        text += "\n\(configuration.environment)\n\(configuration.buildDrafts)\(configuration.buildFuture)"
        text += "\(configuration.buildExpired)\n\(configuration.baseURL)\n"
        for mount in configuration.mounts where mount.component != .static {
            text += "\(mount.component.rawValue) \(mount.source) \(mount.target) \(mount.language ?? "")\n"
            guard mount.component != .content, mount.component != .archetypes else { continue }
            add(mount.source, "", to: &text)
            FolderWalk.files(below: mount.source) { add(mount.source, $0, to: &text) }
        }
        return Hexadecimal.text(HashFunction.sha256.digest(Array(text.utf8)))
    }

    private static func add(_ folder: String, _ path: String, to text: inout String) {
        guard !path.isEmpty || FileSystem.isFile(folder) else { return }
        guard let mark = FileMark(path.isEmpty ? folder : "\(folder)/\(path)"), let list = try? JSON.string(mark.value)
        else { return }
        text += "\(path) \(list)\n"
    }
}
