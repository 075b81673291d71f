internal import Glibc
internal import GoTemplates
internal import Pictures
internal import SiteModel
internal import Text
internal import Values

/// The functions of `images`: sizes of files, filters, QR codes.
enum ImageFunctions {
    /// Adds them.
    static func add(to table: inout FunctionTable) {
        table.register("images.Config", aliases: ["imageConfig"], 1...1) { call in
            let path = try FileFunctions.resolved(call, "imageConfig")
            guard let bytes = try? FileFunctions.bytes(path), let size = ImageSize(of: bytes) else {
                throw ValueError("\(call.arguments[0].goString) is not an image whose size can be read")
            }
            return .object(RecordObject("image.Config", ["Width": .int(size.width), "Height": .int(size.height)]))
        }
        table.register("images.Filter", 2...Int.max) { call in
            guard case .object(let object)? = call.arguments.last, let resource = object as? ResourceObject else {
                throw ValueError("images.Filter: the last argument is no image")
            }
            return .object(try resource.filtered(filters(call.arguments.dropLast())))
        }
        table.register("images.QR", 1...2) { call in try qrCode(call) }
        addColorFilters(to: &table)
        addShapeFilters(to: &table)
        addRefused(to: &table)
    }

    /// The filters in arguments, which may be lists of them.
    static func filters(_ arguments: ArraySlice<Value>) throws(ValueError) -> [ImageFilter] {
        var result: [ImageFilter] = []
        for argument in arguments {
            if case .object(let object) = argument, let filter = object as? ImageFilter {
                result.append(filter)
            } else if let list = argument.listValue {
                result += try filters(list[...])
            } else {
                throw ValueError("\(argument.goType) is no filter of images: write one such as (images.Grayscale)")
            }
        }
        return result
    }

    private static func number(_ call: Invocation, _ index: Int, _ range: ClosedRange<Double>, _ name: String) throws
        -> Double
    {
        let value = call.argument(index) ?? .null
        guard let number = Double(value.goString), range.contains(number) else {
            throw ValueError("\(name): \(value.goString) is no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func addColorFilters(to table: inout FunctionTable) {
        table.register("images.Grayscale", 0...0) { _ in
            .object(
                ImageFilter("grayscale") { color in
                    let value = UInt8(min(max((color.luminance * 255).rounded(), 0), 255))
                    return PictureColor(red: value, green: value, blue: value, alpha: color.alpha)
                })
        }
        table.register("images.Invert", 0...0) { _ in
            .object(ImageFilter("invert", eachPart: { 1 - $0 }))
        }
        table.register("images.Brightness", 1...1) { call in
            let shift = try number(call, 0, -100...100, "Brightness") / 100
            return .object(ImageFilter("brightness \(shift)", eachPart: { $0 + shift }))
        }
        table.register("images.Contrast", 1...1) { call in
            let share = try number(call, 0, -100...100, "Contrast") / 100
            let slope = share > 0 ? 1 / max(1 - share, 0.0001) : 1 + share
            return .object(ImageFilter("contrast \(share)", eachPart: { ($0 - 0.5) * slope + 0.5 }))
        }
        table.register("images.Gamma", 1...1) { call in
            let gamma = try number(call, 0, 0.0001...1000, "Gamma")
            return .object(ImageFilter("gamma \(gamma)", eachPart: { pow($0, 1 / gamma) }))
        }
        table.register("images.Opacity", 1...1) { call in
            let share = try number(call, 0, 0...1, "Opacity")
            return .object(
                ImageFilter("opacity \(share)") { color in
                    var color = color
                    color.alpha = UInt8((Double(color.alpha) * share).rounded())
                    return color
                })
        }
        table.register("images.Sepia", 1...1) { call in
            let percent = try number(call, 0, 0...100, "Sepia")
            // The weights are those of the filter of CSS (Filter Effects, sepia).
            let rows = (
                SIMD3(0.393, 0.769, 0.189), SIMD3(0.349, 0.686, 0.168), SIMD3(0.272, 0.534, 0.131)
            )
            return .object(ImageFilter("sepia \(percent)") { $0.mixed(rows, percent: percent) })
        }
        table.register("images.Saturation", 1...1) { call in
            let share = try number(call, 0, -100...500, "Saturation") / 100
            return .object(
                ImageFilter("saturation \(share)") { color in
                    let gray = color.luminance
                    return color.mapped { gray + ($0 - gray) * (1 + share) }
                })
        }
    }

    private static func addShapeFilters(to table: inout FunctionTable) {
        table.register("images.GaussianBlur", 1...1) { call in
            let sigma = try number(call, 0, 0...100, "GaussianBlur")
            return .object(ImageFilter("blur \(sigma)") { try $0.blur(radius: Int((sigma * 2).rounded(.up))) })
        }
        table.register("images.Pixelate", 1...1) { call in
            let size = Int(try number(call, 0, 0...10000, "Pixelate"))
            return .object(ImageFilter("pixelate \(size)") { $0.pixelate(size: size) })
        }
        table.register("images.Process", 1...1) { call in
            let settings = try SiteFunctions.environment(call).context.imageSettings
            let text = call.arguments[0].goString
            let operation = try ImageOperation(text, settings: settings)
            return .object(
                ImageFilter(
                    "process " + text.lowercased(), format: operation.format, resize: { operation.size(of: $0) },
                    change: { try operation.apply(to: $0, source: operation.format ?? .png, settings: settings) }))
        }
        table.register("images.Padding", 1...5) { call in
            var numbers: [Int] = []
            var color = PictureColor.white
            for argument in call.arguments {
                if let number = argument.intValue {
                    guard (0...Picture.sideLimit).contains(number) else { throw ValueError("Padding: \(number)") }
                    numbers.append(number)
                } else if let named = PictureColor(hexadecimal: argument.goString) {
                    color = named
                } else {
                    throw ValueError("Padding: \"\(argument.goString)\" is neither a number nor a colour")
                }
            }
            guard let top = numbers.first, numbers.count <= 4 else {
                throw ValueError("Padding needs one to four numbers of pixels")
            }
            // As in CSS: one for all, two for vertical and horizontal, three, or four clockwise from the top.
            let right = numbers.count > 1 ? numbers[1] : top
            let bottom = numbers.count > 2 ? numbers[2] : top
            let left = numbers.count > 3 ? numbers[3] : right
            let fill = color
            @Sendable func grown(_ size: ImageSize) -> ImageSize {
                ImageSize(width: size.width + left + right, height: size.height + top + bottom)
            }
            return .object(
                ImageFilter("padding \(numbers) \(fill)", resize: { grown($0) }) { picture in
                    try picture.place(
                        on: Picture(
                            width: picture.width + left + right, height: picture.height + top + bottom, color: fill),
                        x: left, y: top)
                })
        }
        table.register("images.Overlay", 3...3) { call in
            guard case .object(let object) = call.arguments[0], let resource = object as? ResourceObject,
                let x = call.arguments[1].intValue, let y = call.arguments[2].intValue
            else { throw ValueError("images.Overlay takes an image and two numbers") }
            let bytes = try resource.bytes()
            return .object(
                ImageFilter("overlay \(resource.targetPath) \(x) \(y)") {
                    try $0.draw(Picture(bytes), x: x, y: y)
                })
        }
    }

    private static func addRefused(to table: inout FunctionTable) {
        for name in [
            "AutoOrient", "ColorBalance", "Colorize", "Dither", "Hue", "Mask", "Sigmoid", "Text", "UnsharpMask",
        ] {
            table.register("images." + name, 0...Int.max) { _ in
                throw ValueError("the filter \(name) is not built in: apply it once, and commit the image")
            }
        }
    }

    /// A QR code as a resource, named as Hugo names it.
    private static func qrCode(_ call: Invocation) throws -> Value {
        let environment = try SiteFunctions.environment(call)
        let text = call.arguments[0].goString
        var options = ValueMap(foldsCase: true)
        if case .map(let map)? = call.argument(1) { options = map.foldingCase() }
        let levelName = options["level"]?.goString ?? "medium"
        guard let level = QRCode.Level(rawValue: levelName) else {
            throw ValueError("error correction level must be one of low, medium, quartile, or high")
        }
        guard let scale = Int((options["scale"] ?? .int(4)).goString), (2...100).contains(scale) else {
            throw ValueError("scale must be an integer greater than or equal to 2, and 100 at most")
        }
        let folder = options["targetdir"]?.goString ?? ""
        let name = ValueHash.of(
            list: [
                ValueHash.of(text),
                ValueHash.of(
                    struct: "",
                    fields: [
                        ("Level", ValueHash.of(levelName)), ("Scale", ValueHash.of(UInt64(scale))),
                        ("TargetDir", ValueHash.of(folder)),
                    ]),
            ])
        let file = "qr_" + ValueHash.hexadecimal(name) + ".png"
        let path = try ResourceFunctions.target(.string(folder + "/" + file))
        let context = environment.context
        do {
            // Many pages show the same code.
            return .object(
                try context.assets.made(path) {
                    let code = try QRCode(text, level: level)
                    let pixels = code.pixels(scale: scale)
                    try Picture.check(width: pixels, height: pixels)
                    return ResourceObject(
                        name: file, mediaType: context.model.configuration.mediaType(fileExtension: "png"),
                        targetPath: path, source: .made { try code.png(scale: scale) }, context: context,
                        image: ImageFacts(size: ImageSize(width: pixels, height: pixels), originHash: name))
                })
        } catch let error as PictureError {
            throw ValueError("images.QR: " + error.message)
        }
    }
}
