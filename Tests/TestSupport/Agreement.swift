/// Whether two numbers agree to `tolerance`, relative to the larger one (absolute below 1).
public func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-9) -> Bool {
  a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// Whether two scores agree to `tolerance`; absent agrees with absent only.
public func agree(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-9) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): agree(a, b, tolerance)
  default: false
  }
}

/// Where two lists of scores differ, in words, or `nil`.
public func firstDifference(
  _ got: [Double?],
  _ wanted: [Double?],
  _ tolerance: Double = 1e-9
) -> String? {
  guard got.count == wanted.count else { return "\(got.count) scores, wanted \(wanted.count)" }
  for (place, (a, b)) in zip(got, wanted).enumerated() where !agree(a, b, tolerance) {
    return "at \(place): \(a.map { "\($0)" } ?? "none"), wanted \(b.map { "\($0)" } ?? "none")"
  }
  return nil
}
