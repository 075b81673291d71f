internal import Pictures
internal import SiteModel
internal import Values

/// What a template asks for with `.Resize "300x q80"`, `.Fill`, `.Fit`, `.Crop` or `.Process`.
struct ImageOperation {
    /// What is done with the size.
    enum Action: String {
        case resize, fit, fill, crop
    }

    /// What part of a picture stays.
    enum Anchor: String {
        case smart, center, top, bottom, left, right
        case topLeft = "topleft"
        case topRight = "topright"
        case bottomLeft = "bottomleft"
        case bottomRight = "bottomright"
    }

    private(set) var action: Action?
    private(set) var width = 0
    private(set) var height = 0
    private(set) var anchor: Anchor?
    private(set) var filter: ResampleFilter
    private(set) var quality: Int
    private(set) var rotation = 0
    private(set) var format: PictureFormat?
    private(set) var background: PictureColor?
    /// The words in lower case, which Hugo makes the name of the result of.
    private let words: [String]

    /// Reads the words of an operation, an action first where there is one.
    init(_ text: String, settings: ImageSettings) throws(ValueError) {
        words = text.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }.map(String.init)
        filter = settings.filter
        quality = settings.quality
        for word in words { try read(word) }
        switch action {
        case .resize?:
            if width == 0, height == 0 { throw ValueError("must provide Width or Height") }
        case .some:
            if width == 0 || height == 0 { throw ValueError("must provide Width and Height") }
        case nil:
            if width != 0 || height != 0 {
                throw ValueError(
                    "width or height are not supported for this action: begin with resize, fit, fill or crop")
            }
        }
        if action != nil, anchor == nil { anchor = settings.anchor }
    }

    private mutating func read(_ word: String) throws(ValueError) {
        if let action = Action(rawValue: word) {
            self.action = action
        } else if let anchor = Anchor(rawValue: word) {
            self.anchor = anchor
        } else if let filter = ResampleFilter(rawValue: word) {
            self.filter = filter
        } else if ["picture", "photo", "drawing", "icon", "text", "lossy", "lossless"].contains(word) {
            // Hints for the encoder, which libgd does not take.
        } else if word.hasPrefix("#") {
            guard let color = PictureColor(hexadecimal: word) else {
                throw ValueError("\"\(word)\" is no colour: write #rrggbb")
            }
            background = color
        } else if word.hasPrefix("q"), let number = Int(word.dropFirst()) {
            guard (1...100).contains(number) else { throw ValueError("quality ranges from 1 to 100 inclusive") }
            quality = number
        } else if word.hasPrefix("r"), let number = Int(word.dropFirst()) {
            rotation = number
        } else if let size = Self.size(word) {
            (width, height) = size
        } else if let format = PictureFormat(fileExtension: word) {
            self.format = format
        } else if word.contains("x") {
            throw ValueError("\"\(word)\" is no size: write one such as 300x, x200 or 300x200")
        }
        // Any other word says nothing, as for Hugo.
    }

    private static func size(_ word: String) -> (Int, Int)? {
        let parts = word.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let numbers = parts.map { $0.isEmpty ? 0 : Int($0) ?? -1 }
        guard numbers.allSatisfy({ (0...Picture.sideLimit).contains($0) }) else { return nil }
        return (numbers[0], numbers[1])
    }

    /// The size of the result from that of the source.
    func size(of source: ImageSize) -> ImageSize {
        let source = source.rotated(degrees: rotation)
        func scaled(_ side: Int, _ numerator: Int, _ denominator: Int) -> Int {
            max(1, Int((Double(side) * Double(numerator) / Double(denominator) + 0.5).rounded(.down)))
        }
        switch action {
        case nil: return source
        case .resize?:
            if width == 0 {
                return ImageSize(width: scaled(height, source.width, source.height), height: height)
            }
            if height == 0 {
                return ImageSize(width: width, height: scaled(width, source.height, source.width))
            }
            return ImageSize(width: width, height: height)
        case .fit?:
            if source.width <= width, source.height <= height { return source }
            let across = Double(source.width) / Double(width)
            let down = Double(source.height) / Double(height)
            if across > down {
                return ImageSize(width: width, height: max(1, min(Int(Double(source.height) / across + 0.5), height)))
            }
            return ImageSize(width: max(1, min(Int(Double(source.width) / down + 0.5), width)), height: height)
        case .fill?: return ImageSize(width: width, height: height)
        case .crop?: return ImageSize(width: min(width, source.width), height: min(height, source.height))
        }
    }

    /// What the name of the result is made of: the words, and the numbers by which Hugo tells its own versions apart.
    func key(target: PictureFormat) -> String {
        var all = words + ["1"]
        if target == .png { all.append("tfv1") }
        if anchor == .smart, action == .fill || action == .crop { all.append("2") }
        return ValueHash.hexadecimal(ValueHash.of(list: all))
    }

    /// Does it.
    func apply(to picture: Picture, source: PictureFormat, settings: ImageSettings) throws(PictureError) {
        let target = format ?? source
        let color = background ?? (target.hasTransparency ? nil : settings.background)
        let size = size(of: ImageSize(width: picture.width, height: picture.height))
        try picture.rotate(degrees: rotation, background: color ?? PictureColor(red: 0, green: 0, blue: 0, alpha: 0))
        switch action {
        case nil: break
        case .resize?, .fit?: try picture.scale(width: size.width, height: size.height, filter: filter)
        case .crop?: try crop(picture, width: size.width, height: size.height)
        case .fill?:
            // The largest part of the wanted shape, then scaled.
            let ratio = min(
                Double(picture.width) / Double(size.width), Double(picture.height) / Double(size.height))
            try crop(
                picture, width: max(1, Int((Double(size.width) * ratio).rounded())),
                height: max(1, Int((Double(size.height) * ratio).rounded())))
            try picture.scale(width: size.width, height: size.height, filter: filter)
        }
        if let color { try picture.flatten(on: color) }
    }

    /// Keeps the part that the anchor names; what is smart for Hugo is the middle here.
    private func crop(_ picture: Picture, width: Int, height: Int) throws(PictureError) {
        let anchor = anchor ?? .center
        var x = (picture.width - width) / 2
        var y = (picture.height - height) / 2
        switch anchor {
        case .left, .topLeft, .bottomLeft: x = 0
        case .right, .topRight, .bottomRight: x = picture.width - width
        case .smart, .center, .top, .bottom: break
        }
        switch anchor {
        case .top, .topLeft, .topRight: y = 0
        case .bottom, .bottomLeft, .bottomRight: y = picture.height - height
        case .smart, .center, .left, .right: break
        }
        try picture.crop(x: x, y: y, width: width, height: height)
    }
}

/// What the section `imaging` of the configuration says.
struct ImageSettings {
    let quality: Int
    let filter: ResampleFilter
    let anchor: ImageOperation.Anchor
    let background: PictureColor
    /// The part of a name that changes with the section.
    let hash: String

    init(_ section: ValueMap, isSet: Bool) {
        quality = section.value(atPath: "jpeg.quality")?.intValue ?? section["quality"]?.intValue ?? 75
        filter = ResampleFilter(rawValue: section["resamplefilter"]?.stringValue?.lowercased() ?? "") ?? .box
        anchor = ImageOperation.Anchor(rawValue: section["anchor"]?.stringValue?.lowercased() ?? "") ?? .smart
        background = PictureColor(hexadecimal: section["bgcolor"]?.stringValue ?? "") ?? .white
        hash = ValueHash.hexadecimal(isSet ? ValueHash.of(Self.merging(section)) : ValueHash.of(UInt64(0)))
    }

    /// The section as Hugo holds it: names in lower case, and in each map a note of how it merges with others.
    private static func merging(_ map: ValueMap) -> Value {
        var result = ValueMap()
        result["_merge"] = "none"
        for (name, value) in map {
            if case .map(let inner) = value {
                result[name.lowercased()] = merging(inner)
            } else {
                result[name.lowercased()] = value
            }
        }
        return .map(result)
    }
}
