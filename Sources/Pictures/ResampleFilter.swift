internal import CLibGD

/// How the pixels of another size are mixed from those that are there, by the names that Hugo knows.
package enum ResampleFilter: String, Sendable, CaseIterable {
    /// The mean of the area below a pixel.
    case box
    /// The nearest pixel.
    case nearestNeighbor = "nearestneighbor"
    /// A triangle.
    case linear
    /// A cubic curve without a tail.
    case hermite
    /// A cubic curve between sharp and smooth.
    case mitchellNetravali = "mitchellnetravali"
    /// A sharp cubic curve.
    case catmullRom = "catmullrom"
    /// A smooth cubic curve.
    case bSpline = "bspline"
    /// The bell.
    case gaussian
    /// A sinc with three lobes.
    case lanczos
    /// A sinc in Hann's window.
    case hann
    /// A sinc in Hamming's window.
    case hamming
    /// A sinc in Blackman's window.
    case blackman
    /// A sinc in Bartlett's window.
    case bartlett
    /// A sinc in Welch's window.
    case welch
    /// A sinc in a window of a cosine.
    case cosine

    var method: gdInterpolationMethod {
        switch self {
        case .box: GD_BOX
        case .nearestNeighbor: GD_NEAREST_NEIGHBOUR
        case .linear, .bartlett: GD_TRIANGLE
        case .hermite: GD_HERMITE
        case .mitchellNetravali: GD_MITCHELL
        case .catmullRom: GD_CATMULLROM
        case .bSpline: GD_BSPLINE
        case .gaussian: GD_GAUSSIAN
        case .lanczos: GD_LANCZOS3
        case .hann: GD_HANNING
        case .hamming: GD_HAMMING
        case .blackman: GD_BLACKMAN
        case .welch: GD_COSINE
        case .cosine: GD_COSINE
        }
    }
}
