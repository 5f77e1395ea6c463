import RegionIndicators

extension BrokerBriefing {
  /// The page as plain text.
  public func terminal(_ language: IndicatorLanguage) -> String {
    var lines = [heading[language]]
    if brokers.isEmpty { lines.append("  " + Words("There is none.", "Det er ingen.")[language]) }
    for (place, broker) in brokers.enumerated() {
      lines.append("  \(place + 1). \(broker.name)")
      for sentence in texts(broker.sentences, language) { lines.append("     \(sentence)") }
    }
    lines += bottleneckLines(language)
    lines.append("")
    lines.append(tiesHeading[language])
    if ties.rows.isEmpty {
      lines.append("  " + Words("None is missing.", "Ingen mangler.")[language])
    }
    for row in ties.rows {
      let gain = NumberText.forReading(row[4].numeric ?? 0)
      lines.append("  \(row[2].forReading) \(arrow) \(row[3].forReading) (+\(gain))")
    }
    return lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  /// What the new ties are, and what the figures behind them mean.
  private var tiesHeading: Words {
    let which =
      between.map {
        Words("New ties between \($0.0) and \($0.1)", "Nye bånd mellom \($0.0) og \($0.1)")
      } ?? Words("New ties", "Nye bånd")
    let now = NumberText.forReading(efficiency)
    return Words(
      "\(which.english) that would bring everybody nearest, one after the other (+ to global efficiency, now \(now))",
      "\(which.norwegian) som ville bringe alle nærmest hverandre, ett etter ett (+ til global effektivitet, nå \(now))"
    )
  }

  /// Who is the only go-between of many; no line where there is none.
  private func bottleneckLines(_ language: IndicatorLanguage) -> [String] {
    guard !bottlenecks.rows.isEmpty || bottleneckPersons > 0 else { return [] }
    var lines = ["", Words("Dependence: bottlenecks", "Avhengighet: flaskehalser")[language]]
    for row in bottlenecks.rows {
      let (share, cut) = (NumberText.percent(row[2].numeric ?? 0), row[4].forReading)
      let words = Words(
        "the only go-between of \(share) of the pairs around it; \(cut) are cut off without it",
        "eneste mellomledd for \(share) av parene rundt seg; \(cut) blir avskåret uten den"
      )
      lines.append("  \(row[1].forReading): \(words[language])")
    }
    if bottleneckPersons > 0 {
      lines.append(
        Words("  \(bottleneckPersons) more, persons", "  \(bottleneckPersons) til, personer")[
          language
        ]
      )
    }
    return lines
  }

  /// Brokers with their sentences, bottlenecks, and the ties.
  public func json(_ language: IndicatorLanguage) -> JSONValue {
    .object([
      (
        "brokers",
        .array(
          zip(table.rows, brokers).map { row, broker in
            .object(
              zip(table.columns, row.map(JSONValue.init)).map { ($0, $1) } + [
                (
                  "sentences",
                  .array(texts(broker.sentences, language).map { .string($0) })
                )
              ]
            )
          }
        )
      ), ("bottlenecks", .rows(bottlenecks)),
      ("bottleneck_persons", .integer(bottleneckPersons)), ("suggested_ties", .rows(ties)),
    ])
  }

  private func texts(_ sentences: [Statement], _ language: IndicatorLanguage) -> [String] {
    sentences.map { sentence in sentence.text(language) { label($0) } }
  }
}

extension Naming {
  /// What to call actors in sentences: the label, with the id behind it where others of them have the same.
  func distinctLabels(of actors: [Int32]) -> @Sendable (Int) -> String {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for actor in actors {
      let label = label(of: Int(actor))
      if !seen.insert(label).inserted { repeated.insert(label) }
    }
    let doubtful = repeated
    return { actor in
      let label = label(of: actor)
      return doubtful.contains(label) ? "\(label) (\(id(of: actor)))" : label
    }
  }
}
