/// How many answered one question: a relation, in one wave.
public struct QuestionResponse: Sendable, Equatable {
  /// Name of the relation.
  public let relation: String
  /// Name of the wave; `nil` in a region without waves.
  public let wave: String?
  /// How many of those asked answered.
  public let rate: ResponseRate
}

extension Region {
  /// The response rate of every relation in every wave that the roster speaks of, relations in their
  /// order and waves in theirs within each.
  ///
  /// An entry without a relation or wave is about all of them. Somebody with several entries about a question answered
  /// it where all of them say so. O(roster · (relations + waves)); empty without a roster.
  public func responseRates() -> [QuestionResponse] {
    var entries: [Question: [(actor: String, answered: Bool)]] = [:]
    for entry in self.roster.rows {
      let question = Question(relation: entry.relation, wave: entry.wave)
      entries[question, default: []].append((entry.respondent, entry.answered))
    }
    guard !entries.isEmpty else { return [] }
    let waves: [String?] = self.waves.isEmpty ? [nil] : self.waves.map(\.name)
    return self.relations.flatMap { relation in
      waves.compactMap { wave in
        var states: [String: Bool] = [:]
        let own = [
          Question(relation: relation.name, wave: wave),
          Question(relation: relation.name, wave: nil),
          Question(relation: nil, wave: wave), Question(relation: nil, wave: nil),
        ]
        for question in own {
          for (actor, answered) in entries[question] ?? [] {
            states[actor] = answered && states[actor] != false
          }
        }
        guard !states.isEmpty else { return nil }
        return QuestionResponse(
          relation: relation.name,
          wave: wave,
          rate: ResponseRate(asked: states.count, answered: states.values.count { $0 })
        )
      }
    }
  }
}

/// What an entry of the roster is about; nil means all.
private struct Question: Hashable {
  let relation: String?
  let wave: String?
}
