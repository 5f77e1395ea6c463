import GraphCore
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// Puts what stands out into sentences.
struct HeadlineWriter {
  let study: ReportStudy
  private let say: ReportLanguage

  init(_ study: ReportStudy) {
    self.study = study
    say = study.options.language
  }

  /// The headlines, the most important first.
  ///
  /// - Throws: ``NetworkMetrics/MetricError`` when stopped.
  func headlines(control: RunControl) throws(MetricError) -> [Headline] {
    var found = [answers(), size()]
    guard study.graph.graph.edgeCount > 0 else { return found }
    if let broker = leader() {
      found.append(broker.headline)
      if let role = role(of: broker.node) { found.append(role) }
      found.append(try departure(of: broker.node, control: control))
    } else {
      found.append(
        Headline(
          subject: .broker,
          figure: "0",
          sentence: say == .english
            ? "Nobody stands between others: no shortest path has an actor in its middle."
            : "Ingen står mellom andre: ingen korteste vei har en aktør i midten.",
          entry: "betweenness"
        )
      )
    }
    found.append(clusters())
    found += try fragile(control: control)
    if let reciprocity = reciprocity() { found.append(reciprocity) }
    return found
  }

  private func answers() -> Headline {
    let share = study.quality.responseRate?.share
    return Headline(
      subject: .answers,
      figure: share.map(say.percent) ?? "?",
      sentence: QualitySentences(study).answers,
      entry: ResponseGlossary.name
    )
  }

  private func size() -> Headline {
    let network = study.graph.graph
    let isolates = study.quality.isolates
    let actors = say.counted(network.nodeCount, ("actor", "aktør"), ("actors", "aktører"))
    let ties = say.counted(network.edgeCount, ("tie", "bånd"), ("ties", "bånd"))
    let wave = study.graph.wave.map { say(" in wave \($0)", " i runde \($0)") } ?? ""
    let end: Phrase =
      if network.edgeCount == 0 {
        "."
      } else if isolates == 0 {
        say == .english ? "; everybody has a tie." : "; alle har minst ett bånd."
      } else {
        say == .english
          ? "; \(figure: say.whole(isolates)) without any tie."
          : "; \(figure: say.whole(isolates)) uten noe bånd."
      }
    let start: Phrase = "\(figure: actors)\(say(" and ", " og "))\(figure: ties)\(wave)"
    return Headline(
      subject: .size,
      figure: say.whole(network.nodeCount),
      sentence: start + end,
      entry: "ties"
    )
  }

  private func leader() -> (node: Int, headline: Headline)? {
    let brokers = study.brokers
    guard let top = brokers.ranking.first, let value = brokers.betweenness[top], value > 0 else {
      return nil
    }
    let shown = say.number(value, decimals: 1)
    let first = brokers.ranking.prefix { brokers.betweenness[$0] == value }
    var sentence: Phrase
    if first.count == 1 {
      sentence =
        say == .english
        ? "\(name: study.name(top)) is the strongest broker: betweenness \(figure: shown)"
        : "\(name: study.name(top)) er den sterkeste megleren: mellomposisjon \(figure: shown)"
      if let second = brokers.ranking.dropFirst().first, let next = brokers.betweenness[second],
        next > 0
      {
        let shown = say.number(next, decimals: 1)
        sentence =
          sentence
          + (say == .english
            ? ", followed by \(name: study.name(second)) with \(figure: shown)."
            : ", fulgt av \(name: study.name(second)) med \(figure: shown).")
      } else {
        sentence = sentence + "."
      }
    } else {
      let names = first.prefix(5).map(study.name)
      let more = first.count - names.count
      let others = more > 0 ? [say("\(more) more", "\(more) til")] : []
      sentence =
        say == .english
        ? "\(names: names + others, say) are the strongest brokers, with the same betweenness of \(figure: shown)."
        : "\(names: names + others, say) er de sterkeste meglerne, med samme mellomposisjon: \(figure: shown)."
    }
    return (
      top, Headline(subject: .broker, figure: shown, sentence: sentence, entry: "betweenness")
    )
  }

  private func role(of broker: Int) -> Headline? {
    let roles = study.brokers.roles
    let counts = BrokerRole.allCases.filter { $0 != .brokerage }.map {
      (role: $0, count: roles[$0].counts[broker] ?? 0)
    }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count > 0,
      let all = roles[.brokerage].counts[broker]
    else { return nil }
    let role = RoleWords(most.role)
    let (count, total) = (say.whole(most.count), say.whole(all))
    let name = study.name(broker)
    let sentence: Phrase =
      say == .english
      ? "\(name: name) is most often a \(role.name.english), \(role.meaning.english): \(figure: count) of its \(figure: total) open two-step paths."
      : "\(name: name) er oftest \(role.name.norwegian), \(role.meaning.norwegian): \(figure: count) av \(figure: total) åpne veier i to steg."
    return Headline(
      subject: .role,
      figure: count,
      sentence: sentence,
      entry: most.role.rawValue
    )
  }

  private func departure(of broker: Int, control: RunControl) throws(MetricError) -> Headline {
    let network = study.graph.graph
    let name = study.name(broker)
    let lost = try network.departure(of: broker, control: control)
    guard lost.pairsCut > 0, let share = lost.shareCut else {
      return Headline(
        subject: .departure,
        figure: "0",
        sentence: say == .english
          ? "If \(name: name) left, the others would still reach whom they reach now, by other paths."
          : "Om \(name: name) sluttet, ville de andre fortsatt nå dem de når nå, langs andre veier.",
        entry: "articulation"
      )
    }
    // Without direction every pair was counted from both of its ends.
    let ways = network.isDirected ? 1 : 2
    let (cut, before) = (say.whole(lost.pairsCut / ways), say.whole(lost.pairsBefore / ways))
    let percent = say.percent(share)
    let sentence: Phrase =
      say == .english
      ? "If \(name: name) left, \(figure: cut) of the \(before) ways from one of the others to another would be gone (\(figure: percent))."
      : "Om \(name: name) sluttet, ville \(figure: cut) av de \(before) veiene fra en av de andre til en annen være borte (\(figure: percent))."
    return Headline(
      subject: .departure,
      figure: percent,
      sentence: sentence,
      entry: "articulation"
    )
  }

  private func clusters() -> Headline {
    let groups = study.clusters.partition.sizes.filter { $0 > 1 }
    guard !groups.isEmpty else {
      return Headline(
        subject: .clusters,
        figure: "0",
        sentence: say == .english
          ? "There are no clusters of two or more actors."
          : "Det er ingen klynger av to eller flere aktører.",
        entry: "leiden"
      )
    }
    let share = say.percent(study.clusters.coverage ?? 0)
    let count = say.whole(groups.count)
    let shown = groups.prefix(6).map { say.whole($0) }
    let sizes =
      groups.count > shown.count
      ? shown.joined(separator: ", ") + " …" : say.list(shown)
    var sentence: Phrase =
      say == .english
      ? "\(figure: count) \(groups.count == 1 ? "cluster" : "clusters") of \(sizes) actors; \(figure: share) of the ties lie inside"
      : "\(figure: count) \(groups.count == 1 ? "klynge" : "klynger") på \(sizes) aktører; \(figure: share) av båndene ligger innenfor"
    if let modularity = study.clusters.modularity {
      sentence =
        sentence + say(" (modularity ", " (modularitet ").asPhrase
        + "\(figure: say.number(modularity, decimals: 2)))"
    }
    return Headline(
      subject: .clusters,
      figure: count,
      sentence: sentence + ".",
      entry: "leiden"
    )
  }

  private func fragile(control: RunControl) throws(MetricError) -> [Headline] {
    let cuts = try study.graph.graph.biconnectivity(control: control)
    var found: [Headline] = []
    if cuts.bridges.isEmpty {
      found.append(
        Headline(
          subject: .bridges,
          figure: "0",
          sentence: say == .english
            ? "No tie is fragile: each has a way round it."
            : "Ingen bånd er skjøre: hvert av dem kan omgås.",
          entry: "bridges"
        )
      )
    } else {
      let count = say.whole(cuts.bridges.count)
      let one = cuts.bridges.count == 1
      let shown = cuts.bridges.prefix(3).map { "\(study.name($0.lower)) – \(study.name($0.upper))" }
      let more = cuts.bridges.count - shown.count
      let rest = more > 0 ? say(" and \(more) more", " og \(more) til") : ""
      found.append(
        Headline(
          subject: .bridges,
          figure: count,
          sentence: say == .english
            ? "\(figure: count) \(one ? "tie has" : "ties have") no way round: \(names: shown, say)\(rest)."
            : "\(figure: count) bånd kan ikke omgås: \(names: shown, say)\(rest).",
          entry: "bridges"
        )
      )
    }
    let points = cuts.isArticulationPoint.indices.filter { cuts.isArticulationPoint[$0] }
    guard !points.isEmpty else { return found }
    let ranked = study.brokers.ranking.filter { cuts.isArticulationPoint[$0] }
    let shown = ranked.prefix(5).map(study.name)
    let more = points.count - shown.count
    let rest = more > 0 ? say(" and \(more) more", " og \(more) til") : ""
    found.append(
      Headline(
        subject: .dependence,
        figure: say.whole(points.count),
        sentence: say == .english
          ? "The network depends on \(names: shown, say)\(rest): without \(points.count == 1 ? "it" : "any one of them") some of the others are cut off from the rest."
          : "Nettverket er avhengig av \(names: shown, say)\(rest): uten \(points.count == 1 ? "den" : "en av dem") blir noen av de andre skåret av fra resten.",
        entry: "articulation"
      )
    )
    return found
  }

  private func reciprocity() -> Headline? {
    guard study.graph.graph.isDirected, let value = study.value(of: "reciprocity") else {
      return nil
    }
    let share = say.percent(value)
    let mixed =
      study.quality.parts.contains { !$0.isDirected }
      ? say(
        "; a tie of a relation without direction counts as returned",
        "; et bånd i en relasjon uten retning teller som gjengjeldt"
      ) : ""
    return Headline(
      subject: .reciprocity,
      figure: share,
      sentence: say == .english
        ? "\(figure: share) of the ties are returned\(mixed)."
        : "\(figure: share) av båndene er gjengjeldt\(mixed).",
      entry: "reciprocity"
    )
  }
}

extension String {
  /// The words as a phrase without names or figures.
  fileprivate var asPhrase: Phrase { Phrase(stringLiteral: self) }
}
