extension Picture {
    /// The sum of the pixels whose channels lie in the same halves.
    private struct Bucket {
        var red = 0.0
        var green = 0.0
        var blue = 0.0
        var weight = 0.0

        var color: PictureColor {
            PictureColor(red: Self.mean(red, weight), green: Self.mean(green, weight), blue: Self.mean(blue, weight))
        }

        private static func mean(_ sum: Double, _ weight: Double) -> UInt8 {
            UInt8(clamping: Int(min(max(sum / weight, 0), 255).rounded()))
        }
    }

    /// The colours that most of the picture has, the most frequent one first; none for a picture that cannot be seen.
    ///
    /// As in Hugo: of 224 pixels a side, those whose red, green and blue lie in the same halves are one colour, the mean
    /// of them, where they are more than a hundredth of the picture. A pixel counts by how much it hides.
    package func mainColors() -> [PictureColor] {
        let side = 224
        var buckets = [Bucket](repeating: Bucket(), count: 8)
        var total = 0.0
        for x in stride(from: 0, to: width, by: max(width / side, 1)) {
            for y in stride(from: 0, to: height, by: max(height / side, 1)) {
                let color = self[x, y]
                let alpha = Double(color.alpha) / 255
                // What can be seen through is darker: Go multiplies colours of 16 bits by how much they hide.
                func weighed(_ channel: UInt8) -> Double {
                    Double((Int(channel) * 257 * Int(color.alpha) * 257 / 65535) >> 8)
                }
                let (red, green, blue) = (weighed(color.red), weighed(color.green), weighed(color.blue))
                let index = (red >= 128 ? 4 : 0) + (green >= 128 ? 2 : 0) + (blue >= 128 ? 1 : 0)
                buckets[index].red += red * alpha
                buckets[index].green += green * alpha
                buckets[index].blue += blue * alpha
                buckets[index].weight += alpha
                total += alpha
            }
        }
        guard total > 0 else { return [] }
        return buckets.enumerated().filter { $0.element.weight / total > 0.01 }
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.color)
    }
}
