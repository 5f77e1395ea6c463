import RegionAnalysis
import RegionDiagrams

extension Naming {
  /// Refuses to group, colour or shape by a column whose values are the names that are hidden.
  func refuseRevealing(_ column: String, by option: String) throws {
    guard wouldReveal(column: column) else { return }
    throw ProgramError(
      .usage,
      "\(option) \(column) would name those who appear under pseudonyms",
      hint: rule == .organisations ? "--name-persons names them" : "leave --anonymise out"
    )
  }
}

extension MapInput {
  /// The same map with its actors in another order: the new actor `i` is the old `order[i]`.
  ///
  /// The file that a map becomes holds its actors in order, which would tell who they are where the data are known.
  func reordered(_ order: [Int]) -> MapInput {
    var newNumber = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { newNumber[old] = Int32(new) }
    func moved(_ division: Division?) -> Division? {
      guard var division else { return nil }
      division.categories = order.map { division.categories[$0] }
      return division
    }
    var map = self
    map.labels = order.map { labels[$0] }
    map.ties.sources = ties.sources.map { newNumber[Int($0)] }
    map.ties.targets = ties.targets.map { newNumber[Int($0)] }
    map.color = moved(color)
    map.shape = moved(shape)
    map.groups = moved(groups)
    if let marks = halos?.isMarked { map.halos?.isMarked = order.map { marks[$0] } }
    if let values = size?.values { map.size?.values = order.map { values[$0] } }
    if !places.isEmpty { map.places = order.map { places[$0] } }
    return map
  }
}
