import Foundation

/// A transverse Mercator projection of an ellipsoid: from metres on a map to degrees.
///
/// Krüger's series in the third flattening n up to n⁶ with the coefficients of Karney (2011), equation 36, and his
/// iteration for the latitude, equations 19 to 21: right to less than a micrometre within 3 000 km of the
/// central meridian. C. F. F. Karney: Transverse Mercator with an accuracy of a few nanometers. Journal of Geodesy
/// 85 (2011) 475–485. https://doi.org/10.1007/s00190-011-0445-3
struct TransverseMercator {
  /// Half of the longer axis of the ellipsoid, in metres.
  let majorAxis: Double
  /// 1/f of the ellipsoid.
  let inverseFlattening: Double
  /// Degrees east.
  let centralMeridian: Double
  let scale: Double
  /// In metres.
  let falseEasting: Double
  let falseNorthing: Double

  /// UTM zone 33 of EUREF89, whose ellipsoid is GRS80: what maps of all of Norway are in. WGS84 is less than a
  /// metre away.
  static let utm33 = TransverseMercator(
    majorAxis: 6_378_137,
    inverseFlattening: 298.257222101,
    centralMeridian: 15,
    scale: 0.9996,
    falseEasting: 500_000,
    falseNorthing: 0
  )

  /// Latitude and longitude in degrees of a point given in metres.
  func geographic(easting: Double, northing: Double) -> (latitude: Double, longitude: Double) {
    let f = 1 / inverseFlattening
    let n = f / (2 - f)
    let e2 = f * (2 - f)
    let n2 = n * n
    // A, the radius of a circle as long as the meridian.
    let radius = majorAxis / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256)
    let xi = (northing - falseNorthing) / (scale * radius)
    let eta = (easting - falseEasting) / (scale * radius)
    var xi0 = xi
    var eta0 = eta
    for (index, beta) in Self.beta(n).enumerated() {
      let j = 2 * Double(index + 1)
      xi0 -= beta * sin(j * xi) * cosh(j * eta)
      eta0 -= beta * cos(j * xi) * sinh(j * eta)
    }
    let tau0 = sin(xi0) / (sinh(eta0) * sinh(eta0) + cos(xi0) * cos(xi0)).squareRoot()
    let latitude = atan(tangent(tau0, e2)) * 180 / .pi
    let longitude = centralMeridian + atan2(sinh(eta0), cos(xi0)) * 180 / .pi
    return (latitude, longitude)
  }

  /// β₁ … β₆ of equation 36: βⱼ is a sum over powers of n from nʲ on.
  private static func beta(_ n: Double) -> [Double] {
    var power = 1.0
    return coefficients.map { row in
      power *= n
      return power * row.reversed().reduce(0) { $0 * n + $1 }
    }
  }

  private static let coefficients: [[Double]] = [
    [1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96_199.0 / 604_800],
    [1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1_118_711.0 / 3_870_720],
    [17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90_720],
    [4397.0 / 161_280, -11.0 / 504, -830_251.0 / 7_257_600],
    [4583.0 / 161_280, -108_847.0 / 3_991_680],
    [20_648_693.0 / 638_668_800],
  ]

  /// τ = tan φ from τ′, the tangent of the conformal latitude, by Newton's method.
  private func tangent(_ tau0: Double, _ e2: Double) -> Double {
    let e = e2.squareRoot()
    var tau = tau0
    // Two or three steps are enough; the bound is for what is no place on earth.
    for _ in 0..<8 {
      let root = (1 + tau * tau).squareRoot()
      let sigma = sinh(e * atanh(e * tau / root))
      let reached = tau * (1 + sigma * sigma).squareRoot() - sigma * root
      let step =
        (tau0 - reached) / (1 + reached * reached).squareRoot() * (1 + (1 - e2) * tau * tau)
        / ((1 - e2) * root)
      tau += step
      if abs(step) < 1e-15 * max(1, abs(tau)) { break }
    }
    return tau
  }
}
