internal import GoTemplates
internal import SiteModel
internal import Synchronization
internal import Text
internal import Values

/// The blocks that `templates.Defer` puts off until every page is rendered; a mark stands for each until then.
final class DeferredBlocks: Sendable {
    private struct Block: Sendable {
        /// The output that decides of which page's call the block is executed, whichever thread is quicker.
        let owner: String
        let environment: RenderEnvironment
        let mode: TemplateMode
        let run: DeferredBlock.Run
    }

    private static let start = Array("KEYPORTDEFERRED".utf8)
    private static let end = Array("END".utf8)
    private let blocks = Mutex<[String: Block]>([:])
    private let count = Atomic(0)

    /// Adds `templates.Defer`.
    static func add(to table: inout FunctionTable) {
        table.register("templates.Defer", 0...1) { call in
            let environment = try SiteFunctions.environment(call)
            var options = ValueMap()
            if let argument = call.argument(0) {
                guard case .map(let map) = argument else {
                    throw ValueError("templates.Defer takes a map with key and data; got \(argument.goType)")
                }
                options = map.foldingCase()
            }
            // Options without data are a block about nothing; without options it is about `true`.
            let dot = call.arguments.isEmpty ? Value.bool(true) : options["data"] ?? Value.null
            let key = options["key"]?.goString ?? ""
            // It is executed when the page is done, and what it asks for then is too late to be known of the page.
            environment.demand.note(nil)
            let blocks = environment.context.build.deferred
            return .object(
                DeferredBlock(dot: dot) { place, mode, run in
                    blocks.keep(key: key, place: place, mode, environment, run)
                })
        }
    }

    /// Keeps a block, one for all calls of the same key, and gives its mark.
    private func keep(
        key: String, place: String, _ mode: TemplateMode, _ environment: RenderEnvironment,
        _ run: @escaping DeferredBlock.Run
    ) -> [UInt8] {
        let owner = environment.target?.outputPath ?? environment.page.page.path
        // Without a key each call is a block of its own.
        let number = key.isEmpty ? count.wrappingAdd(1, ordering: .relaxed).newValue : 0
        let name = "\(environment.context.language.language.key) \(place) \(mode) \(number) \(key)"
        let mark = Hexadecimal.text(HashFunction.md5.digest(Array(name.utf8)))
        let fresh = Block(owner: owner, environment: environment, mode: mode, run: run)
        blocks.withLock { blocks in
            if let known = blocks[mark], known.owner <= owner { return }
            blocks[mark] = fresh
        }
        return Self.start + Array(mark.utf8) + Self.end
    }

    /// Executes the blocks and puts what they write into the outputs; errors go to the findings.
    func finish(_ session: BuildSession) {
        // A block may hold one that is put off itself.
        var done: [String: [UInt8]] = [:]
        for _ in 0..<8 {
            let open = blocks.withLock { $0 }.filter { done[$0.key] == nil }
            if open.isEmpty { break }
            for (mark, block) in open.sorted(by: { $0.key < $1.key }) {
                var output = ByteWriter()
                do {
                    try block.run(session.templates.execution(block.environment, mode: block.mode), &output)
                } catch let finding as Diagnostic {
                    session.findings.add(finding)
                } catch {
                    session.findings.add(Diagnostic(code: "build", "\(error)"))
                }
                done[mark] = output.bytes
            }
        }
        guard !done.isEmpty else { return }
        for (path, bytes) in session.outputs.all {
            var bytes = bytes
            for _ in 0..<8 {
                guard let filled = Self.filled(bytes, done) else { break }
                bytes = filled
                session.outputs.add(path: path, bytes: bytes)
            }
        }
    }

    /// The bytes with what was written in the places of the marks; nil where there is none.
    private static func filled(_ bytes: [UInt8], _ texts: [String: [UInt8]]) -> [UInt8]? {
        let length = start.count + 32 + end.count
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index + length <= bytes.count {
            guard bytes[index] == start[0], bytes[index..<index + start.count].elementsEqual(start),
                let text = texts[String(decoding: bytes[index + start.count..<index + start.count + 32], as: UTF8.self)]
            else {
                index += 1
                continue
            }
            result += bytes[copied..<index]
            result += text
            index += length
            copied = index
        }
        return copied == 0 ? nil : result + bytes[copied...]
    }
}
