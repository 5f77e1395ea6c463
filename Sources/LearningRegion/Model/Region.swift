/// Why a draft is not a region.
public struct RegionFault: Error, Sendable, Equatable {
  /// Everything that is wrong, in table order; never empty.
  public let issues: [RegionIssue]
}

/// A learning region: actors, their ties by relation and wave, and what they do and learn together.
///
/// A region is a ``RegionDraft`` that has been checked: every reference leads somewhere, ids are unique, `parent` is a
/// forest, dates and scores are possible. It never changes; all fields of the draft can be read as the region's own.
@dynamicMemberLookup
public struct Region: Sendable, Equatable {
  private let content: RegionDraft

  /// Checks a draft.
  ///
  /// Waves that were not declared are put in order here: as dates or numbers where all of them are, else as they came. Ties
  /// without any relation get one called `tie`.
  ///
  /// - Throws: ``RegionFault`` with everything that is wrong.
  public init(_ draft: RegionDraft) throws(RegionFault) {
    var draft = draft
    if draft.relations.isEmpty && draft.ties.count > 0 { _ = draft.relationIndex("tie") }
    draft.nameWavesOfActors()
    draft.sortUndeclaredWaves()
    let issues = RegionValidator.issues(in: draft)
    guard issues.isEmpty && draft.unknownEndCount == 0 else { throw RegionFault(issues: issues) }
    content = draft
  }

  /// The draft's fields.
  public subscript<Value>(dynamicMember path: KeyPath<RegionDraft, Value>) -> Value {
    content[keyPath: path]
  }

  /// A copy that can be changed and checked again.
  public var draft: RegionDraft { content }

  /// The index of each actor's parent, −1 for roots.
  public func parentIndices() -> [Int32] {
    let actors = content.actors
    return (0..<actors.count).map { row in
      actors.parent(of: row).flatMap { actors.index(of: $0) }.map(Int32.init) ?? -1
    }
  }
}

extension RegionDraft {
  /// Waves that only actors, ratings or the roster name are waves all the same.
  fileprivate mutating func nameWavesOfActors() {
    guard declaredWaves == 0 else { return }
    if actors.anyWaves {
      for row in 0..<actors.count {
        for name in actors.waves(of: row) { _ = waveIndex(name) }
      }
    }
    for name in ratings.rows.compactMap(\.wave) + roster.rows.compactMap(\.wave) {
      _ = waveIndex(name)
    }
  }

  fileprivate mutating func sortUndeclaredWaves() {
    let late = waves[declaredWaves...]
    guard late.count > 1 else { return }
    let order: [Int]
    let days = late.indices.compactMap { Day(waves[$0].name) }
    let numbers = late.indices.compactMap { Int(waves[$0].name) }
    if days.count == late.count {
      order = late.indices.sorted { days[$0 - declaredWaves] < days[$1 - declaredWaves] }
    } else if numbers.count == late.count {
      order = late.indices.sorted { numbers[$0 - declaredWaves] < numbers[$1 - declaredWaves] }
    } else {
      return
    }
    var place = waves.indices.map(Int32.init)
    for (offset, old) in order.enumerated() { place[old] = Int32(declaredWaves + offset) }
    waves = waves[..<declaredWaves] + order.map { waves[$0] }
    ties.renumberWaves(place)
  }
}
