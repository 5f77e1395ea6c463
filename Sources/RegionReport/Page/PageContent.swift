import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams
import RegionIndicators

/// Everything that the templates ask for.
struct PageContent {
  let study: ReportStudy
  let headlines: [Headline]
  /// The map's data; `nil` where there is no drawing.
  let map: MapData?
  /// Why there is no drawing.
  let drawingProblem: String?
  let tables: [ReportTable]
  let profile: ProfileContent

  private var say: ReportLanguage { study.options.language }
  private var words: [String: String] { PageWords.all(say) }

  private func table(_ key: String) -> Any {
    guard let table = tables.first(where: { $0.key == key }), !table.rows.isEmpty else {
      return false
    }
    return table.content(say, words: words)
  }

  /// The context of the page's template; `script`, `style` and `policy` are added by the caller.
  var context: [String: Any] {
    let glossary = Glossary(study: study, profile: profile)
    return [
      "lang": say.rawValue, "w": words, "title": study.title, "subtitle": subtitle,
      "headlines": headlines.map(content), "quality": QualitySentences(study).all.map(runs),
      "qualityTable": table("quality"), "hasMap": map != nil,
      "still": map.flatMap { StillPicture($0).svg } ?? "",
      "drawingProblem": drawingProblem ?? "", "actorsTable": table("actors"),
      "tiesTable": table("ties"), "brokersTable": table("brokers"),
      "brokerSentences": brokerSentences.map(runs), "hasBrokers": !brokerSentences.isEmpty,
      "keyPlayers": keyPlayers,
      "hasKeyPlayers": !keyPlayers.isEmpty, "keyPlayersNote": keyPlayersNote,
      "clustersTable": table("clusters"),
      "bordersTable": table("borders"), "structureTable": table("structure"),
      "wavesTable": table("waves"), "hasWaves": !study.waves.isEmpty,
      "profile": profile.context(say), "hasProfile": !profile.isEmpty,
      "profileNote": profile.note(say),
      "clusterNote": clusterNote, "choices": choices, "remarks": remarks,
      "glossary": glossary.entries.map { $0.content(words) }, "mapHeading": words["map"] ?? "",
      "figuresOf": figuresOf,
    ]
  }

  // MARK: Head

  private var subtitle: String {
    var parts = [
      say.counted(study.graph.graph.nodeCount, ("actor", "aktør"), ("actors", "aktører")),
      say.counted(study.graph.graph.edgeCount, ("tie", "bånd"), ("ties", "bånd")),
    ]
    if let wave = study.graph.wave {
      parts.append(say("wave \(wave)", "runde \(wave)"))
    } else if study.region.waves.count > 1 {
      let names = study.region.waves.map(\.name)
      parts.append(say("waves \(say.list(names))", "runder \(say.list(names))"))
    }
    if let date = study.region.header.date {
      parts.append(say("data of \(date)", "data fra \(date)"))
    }
    return parts.joined(separator: " · ")
  }

  /// Which network the figures are of.
  private var figuresOf: String {
    guard study.region.waves.count > 1 else { return "" }
    if let wave = study.graph.wave {
      return say("Figures are of wave \(wave).", "Tallene gjelder runde \(wave).")
    }
    return say("Figures are of all waves together.", "Tallene gjelder alle rundene sammen.")
  }

  private func content(_ headline: Headline) -> [String: Any] {
    [
      "topic": say(headline.subject.topic), "figure": headline.figure,
      "runs": Self.runs(headline.sentence), "entry": headline.entry, "w": words,
      "entryTitle": FigureWords.heading(headline.entry, say),
    ]
  }

  private func runs(_ phrase: Phrase) -> [String: Any] { ["runs": Self.runs(phrase)] }

  static func runs(_ phrase: Phrase) -> [[String: Any]] {
    phrase.runs.map { run in
      switch run {
      case .text(let text): ["text": text]
      case .name(let name): ["name": name]
      case .figure(let figure): ["strong": figure]
      }
    }
  }

  // MARK: Sentences

  private var brokerSentences: [Phrase] {
    let brokers = study.brokers
    return brokers.ranking.prefix(5).compactMap { node in
      guard let value = brokers.betweenness[node], value > 0 else { return nil }
      let counts = BrokerRole.allCases.filter { $0 != .brokerage }
        .map { (role: $0, count: brokers.roles[$0].counts[node] ?? 0) }
      let shown = say.number(value, decimals: 1)
      var sentence: Phrase =
        say == .english
        ? "\(name: study.name(node)): betweenness \(figure: shown)"
        : "\(name: study.name(node)): mellomposisjon \(figure: shown)"
      if let most = counts.max(by: { $0.count < $1.count }), most.count > 0 {
        let role = RoleWords(most.role)
        let count = say.counted(most.count, ("time", "gang"), ("times", "ganger"))
        sentence =
          sentence
          + (say == .english
            ? "; most often a \(role.name.english), \(role.meaning.english) (\(figure: count))"
            : "; oftest \(role.name.norwegian), \(role.meaning.norwegian) (\(figure: count))")
      }
      if brokers.isArticulationPoint[node] {
        sentence =
          sentence
          + (say == .english
            ? "; the network falls apart without it" : "; nettverket faller i deler uten den")
      }
      return sentence + "."
    }
  }

  private var keyPlayers: [[String: Any]] {
    study.keyPlayers.sentences(study).map { found in
      [
        "runs": Self.runs(found.sentence), "entry": found.entry, "w": words,
        "entryTitle": FigureWords.heading(found.entry, say),
      ]
    }
  }

  private var keyPlayersNote: Any {
    guard study.keyPlayers.isTooLarge else { return false }
    return say(
      "Key players are not sought in a network of this size; samspill brokers --key-players 3 does it.",
      "Nøkkelaktører søkes ikke i et nettverk av denne størrelsen; samspill brokers --key-players 3 gjør det."
    )
  }

  private var clusterNote: String {
    say(
      "Clusters are found by the Leiden method for modularity (resolution 1, seed \(study.options.seed)); a cluster is a group with more ties inside than chance would give, not an organisation.",
      "Klyngene er funnet med Leiden-metoden for modularitet (oppløsning 1, frø \(study.options.seed)); en klynge er en gruppe med flere bånd innad enn tilfeldigheter ville gi, ikke en organisasjon."
    )
  }

  // MARK: Method

  private var choices: [[String: Any]] {
    let options = study.options
    var rows: [(String, String)] = []
    if let name = options.inputName { rows.append((say("Input", "Inndata"), name)) }
    if !options.inputHash.isEmpty {
      rows.append((say("SHA-256 of the input", "SHA-256 av inndata"), options.inputHash))
    }
    rows.append((say("Program", "Program"), options.program))
    rows.append((say("Seed", "Frø"), String(options.seed)))
    rows.append(
      (
        say("Relations", "Relasjoner"),
        study.graph.relations.isEmpty
          ? words["none"] ?? "" : study.graph.relations.joined(separator: ", ")
      )
    )
    if !options.graphvizVersion.isEmpty {
      rows.append((say("Drawing library", "Tegnebibliotek"), "Graphviz \(options.graphvizVersion)"))
    }
    if let map {
      let engine = map.layout.positions.engine.rawValue
      rows.append(
        (
          say("Positions on the map", "Plassering på kartet"),
          map.layout.isByCluster
            ? say(
              "Graphviz \(engine) for the clusters, their members around them",
              "Graphviz \(engine) for klyngene, medlemmene rundt dem"
            ) : "Graphviz \(engine)"
        )
      )
    }
    rows += options.choices.map { ($0.name, $0.value) }
    return rows.map { ["name": $0.0, "value": $0.1] }
  }

  private var remarks: [[String: Any]] {
    (study.options.remarks + study.notes.assumptions + study.notes.warnings)
      .map { remark in
        let own = say == .norwegian ? NorwegianRemarks.translated(remark) : nil
        return ["text": own ?? remark, "lang": own == nil ? "en" : "nb"]
      }
  }

  // MARK: For the script

  /// The data block of the page.
  var data: JSONValue {
    .object([
      ("language", .string(say.rawValue)),
      ("title", .string(study.title)),
      (
        "words",
        .object(words.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("map", map?.json ?? .null),
      ("tables", .object(tables.map { ($0.key, $0.json) })),
    ])
  }
}
