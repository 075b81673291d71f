internal import CLibGD

/// Why a picture cannot be read or written.
package struct PictureError: Error, Sendable {
    /// One sentence.
    package let message: String

    /// An error that says `message`.
    package init(_ message: String) { self.message = message }
}

/// A picture in memory, on libgd, which is linked into the program: `docs/decisions/0080-pictures.md` says why.
///
/// Files are hostile: the size that the header names is held against ``pixelLimit`` before anything is unpacked, so that a
/// small file cannot take more than 4 bytes for each of these pixels.
package final class Picture {
    /// The most pixels that a picture may have, read or made: 64 million, 256 MiB.
    package static let pixelLimit = 64_000_000
    /// The longest side.
    package static let sideLimit = 30_000

    private(set) var image: gdImagePtr

    private init(_ image: gdImagePtr) {
        self.image = image
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
    }

    deinit { gdImageDestroy(image) }

    /// Pixels across.
    package var width: Int { Int(image.pointee.sx) }
    /// Pixels down.
    package var height: Int { Int(image.pointee.sy) }

    /// Unpacks a PNG, JPEG, GIF or WebP file.
    package convenience init(_ bytes: [UInt8]) throws(PictureError) {
        guard let format = PictureFormat(of: bytes), let size = ImageSize(of: bytes) else {
            throw PictureError("it is no PNG, JPEG, GIF or WebP file")
        }
        try Self.check(width: size.width, height: size.height)
        guard let count = Int32(exactly: bytes.count) else { throw PictureError("the file is too large") }
        // Damage is told by the result; libgd would also write it to standard error.
        gdSetErrorMethod { _, _, _ in }
        var copy = bytes
        let image = copy.withUnsafeMutableBytes { buffer -> gdImagePtr? in
            switch format {
            case .png: gdImageCreateFromPngPtr(count, buffer.baseAddress)
            case .jpeg: gdImageCreateFromJpegPtrEx(count, buffer.baseAddress, 1)
            case .gif: gdImageCreateFromGifPtr(count, buffer.baseAddress)
            case .webp: gdImageCreateFromWebpPtr(count, buffer.baseAddress)
            }
        }
        guard let image else { throw PictureError("the \(format.rawValue) file is damaged") }
        guard image.pointee.trueColor != 0 || gdImagePaletteToTrueColor(image) != 0 else {
            gdImageDestroy(image)
            throw PictureError("there is not enough memory")
        }
        self.init(image)
    }

    /// A picture of one colour.
    package convenience init(width: Int, height: Int, color: PictureColor) throws(PictureError) {
        try Self.check(width: width, height: height)
        guard let image = gdImageCreateTrueColor(Int32(width), Int32(height)) else {
            throw PictureError("there is not enough memory")
        }
        self.init(image)
        gdImageFilledRectangle(image, 0, 0, Int32(width - 1), Int32(height - 1), color.pixel)
    }

    /// Throws where a side or the pixels are too many, or none.
    package static func check(width: Int, height: Int) throws(PictureError) {
        guard width > 0, height > 0 else { throw PictureError("a side has no pixels") }
        guard width <= sideLimit, height <= sideLimit, width * height <= pixelLimit else {
            throw PictureError("\(width) by \(height) pixels are too many; \(pixelLimit) are the most")
        }
    }

    /// The colour of a pixel; what lies outside is white.
    package subscript(x: Int, y: Int) -> PictureColor {
        get {
            guard x >= 0, y >= 0, x < width, y < height else { return .white }
            return PictureColor(pixel: gdImageGetTrueColorPixel(image, Int32(x), Int32(y)))
        }
        set {
            guard x >= 0, y >= 0, x < width, y < height else { return }
            gdImageSetPixel(image, Int32(x), Int32(y), newValue.pixel)
        }
    }

    private func take(_ fresh: gdImagePtr?) throws(PictureError) {
        guard let fresh else { throw PictureError("there is not enough memory") }
        gdImageDestroy(image)
        image = fresh
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
    }

    /// Gives the picture another size, whatever that does to its shape.
    package func scale(width: Int, height: Int, filter: ResampleFilter) throws(PictureError) {
        try Self.check(width: width, height: height)
        guard width != self.width || height != self.height else { return }
        gdImageSetInterpolationMethod(image, filter.method)
        try take(gdImageScale(image, UInt32(width), UInt32(height)))
    }

    /// Keeps a rectangle; what of it lies outside is left out.
    package func crop(x: Int, y: Int, width: Int, height: Int) throws(PictureError) {
        let left = min(max(x, 0), self.width - 1)
        let top = min(max(y, 0), self.height - 1)
        let right = min(max(x + width, left + 1), self.width)
        let bottom = min(max(y + height, top + 1), self.height)
        var area = gdRect(x: Int32(left), y: Int32(top), width: Int32(right - left), height: Int32(bottom - top))
        try take(gdImageCrop(image, &area))
    }

    /// Turns the picture counter-clockwise; corners that come free take the colour. The size is then that of
    /// ``ImageSize/rotated(degrees:)``.
    package func rotate(degrees: Int, background: PictureColor) throws(PictureError) {
        let angle = (degrees % 360 + 360) % 360
        guard angle != 0 else { return }
        let size = ImageSize(width: width, height: height).rotated(degrees: angle)
        // The diagonal is the most that a side can become.
        let side = width + height
        if angle % 90 != 0 { try Self.check(width: side, height: side) }
        gdImageSetInterpolationMethod(image, GD_BILINEAR_FIXED)
        try take(gdImageRotateInterpolated(image, Float(angle), background.pixel))
        guard size != ImageSize(width: width, height: height) else { return }
        // libgd reckons the size in another way: what it gives goes to the middle.
        let canvas = try Picture(width: size.width, height: size.height, color: background)
        try place(on: canvas, x: (size.width - width) / 2, y: (size.height - height) / 2)
    }

    /// Puts a colour behind what can be seen through.
    package func flatten(on color: PictureColor) throws(PictureError) {
        try place(on: Picture(width: width, height: height, color: color), x: 0, y: 0)
    }

    /// Draws this picture over another, which it then becomes.
    package func place(on below: Picture, x: Int, y: Int) throws(PictureError) {
        try below.draw(self, x: x, y: y)
        swap(&image, &below.image)
    }

    /// Draws another picture over this one.
    package func draw(_ other: Picture, x: Int, y: Int) throws(PictureError) {
        guard let left = Int32(exactly: x), let top = Int32(exactly: y) else { return }
        gdImageAlphaBlending(image, 1)
        gdImageCopy(image, other.image, left, top, 0, 0, Int32(other.width), Int32(other.height))
        gdImageAlphaBlending(image, 0)
    }

    /// Calls `change` for each pixel.
    package func eachPixel(_ change: (PictureColor) -> PictureColor) {
        for y in 0..<Int32(height) {
            for x in 0..<Int32(width) {
                gdImageSetPixel(image, x, y, change(PictureColor(pixel: gdImageGetTrueColorPixel(image, x, y))).pixel)
            }
        }
    }

    /// Blurs the picture.
    package func blur(radius: Int) throws(PictureError) {
        guard radius > 0 else { return }
        try take(gdImageCopyGaussianBlurred(image, Int32(min(radius, 100)), -1))
    }

    /// Makes squares of that many pixels of one colour each, which is the mean of what was there.
    package func pixelate(size: Int) {
        if size > 1 { gdImagePixelate(image, Int32(clamping: size), UInt32(GD_PIXELATE_AVERAGE.rawValue)) }
    }

    /// The file, of that quality (1 to 100) where the format has one.
    package func encoded(_ format: PictureFormat, quality: Int) throws(PictureError) -> [UInt8] {
        var count: Int32 = 0
        let data: UnsafeMutableRawPointer?
        switch format {
        case .png: data = gdImagePngPtr(image, &count)
        case .jpeg: data = gdImageJpegPtr(image, &count, Int32(clamping: quality))
        case .webp: data = gdImageWebpPtrEx(image, &count, Int32(clamping: quality))
        case .gif:
            guard let palette = gdImageCreatePaletteFromTrueColor(image, 1, 256) else {
                throw PictureError("there is not enough memory")
            }
            defer { gdImageDestroy(palette) }
            data = gdImageGifPtr(palette, &count)
        }
        guard let data, count > 0 else { throw PictureError("the \(format.rawValue) file could not be written") }
        defer { gdFree(data) }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(count)))
    }
}
