import SVGCharts
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Every colour is seen on its ground, and told from its neighbours by every eye.
@Suite struct ColorTests {
    /// Linear light of `#rrggbb`.
    private static func linear(_ hex: String) -> [Double] {
        let digits = hex.utf8.dropFirst().map { Double(String(Unicode.Scalar($0)).first?.hexDigitValue ?? 0) }
        return stride(from: 0, to: 6, by: 2).map { index in
            let value = (digits[index] * 16 + digits[index + 1]) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    /// The contrast of WCAG 2.
    static func contrast(_ left: String, _ right: String) -> Double {
        let luminances = [left, right].map { hex in
            let rgb = linear(hex)
            return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
        }
        return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
    }

    /// Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
    private static let eyes: [[[Double]]] = [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ]

    private static func oklab(_ rgb: [Double]) -> [Double] {
        let cone = [
            [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ].map { row in cbrt(zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 }) }
        return [
            [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ].map { row in zip(row, cone).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// The least distance in OKLab times 100 over normal sight and the three colour blindnesses.
    static func distance(_ left: String, _ right: String) -> Double {
        eyes.map { eye in
            let seen = [left, right].map { hex in
                let rgb = linear(hex)
                return oklab(eye.map { row in min(1, max(0, zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 })) })
            }
            return 100 * sqrt(zip(seen[0], seen[1]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        }.min() ?? 0
    }

    static let series = Tone.series + [.other]

    @Test func knowsContrastAndDistance() {
        #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 0.01)
        #expect(abs(Self.distance("#000000", "#ffffff") - 100) < 0.1)
        #expect(Self.distance("#ff0000", "#ff0000") == 0)
    }

    @Test(arguments: series + [.accent, .quota, .sunset, .axis])
    func standsThreeToOneOnItsGround(tone: Tone) {
        for ground in [Tone.ground.light, "#f6f7f9"] { #expect(Self.contrast(tone.light, ground) >= 3, "\(ground)") }
        for ground in [Tone.ground.dark, "#1b1e25"] { #expect(Self.contrast(tone.dark, ground) >= 3, "\(ground)") }
    }

    @Test(arguments: [Tone.ink, .muted, .quota, .sunset]) func readsAsText(tone: Tone) {
        #expect(Self.contrast(tone.light, Tone.ground.light) >= 4.5)
        #expect(Self.contrast(tone.dark, Tone.ground.dark) >= 4.5)
    }

    @Test func tellsEverySeriesFromEveryOther() {
        for (index, tone) in Self.series.enumerated() {
            for other in Self.series[(index + 1)...] {
                #expect(Self.distance(tone.light, other.light) >= 10, "light \(tone) and \(other)")
                #expect(Self.distance(tone.dark, other.dark) >= 10, "dark \(tone) and \(other)")
            }
        }
    }

    @Test func tellsTheQuotaFromTheLine() {
        for (tone, other) in [(Tone.quota, Tone.accent), (.sunset, .accent), (.accent, .axis)] {
            #expect(Self.distance(tone.light, other.light) >= 10, "light \(tone) and \(other)")
            #expect(Self.distance(tone.dark, other.dark) >= 10, "dark \(tone) and \(other)")
        }
    }
}
