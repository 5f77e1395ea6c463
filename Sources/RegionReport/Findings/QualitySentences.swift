import RegionAnalysis

/// What the figures rest on, in sentences.
struct QualitySentences {
  private let study: ReportStudy
  private let say: ReportLanguage

  init(_ study: ReportStudy) {
    self.study = study
    say = study.options.language
  }

  /// How many of those who were asked answered, as far as it is recorded.
  var answers: Phrase {
    guard let rate = study.quality.responseRate, let share = rate.share else {
      return say == .english
        ? "Who was asked and who answered is not recorded."
        : "Hvem som ble spurt og hvem som svarte, er ikke registrert."
    }
    let (answered, asked) = (say.whole(rate.answered), say.whole(rate.asked))
    let percent = say.percent(share)
    return say == .english
      ? "\(figure: answered) of \(asked) actors that were asked answered (\(figure: percent))."
      : "\(figure: answered) av \(asked) spurte aktører svarte (\(figure: percent))."
  }

  /// All of them, the answers first.
  var all: [Phrase] {
    let quality = study.quality
    var found = [answers]
    if let share = quality.responseRate?.share, share < study.options.minimumResponse {
      found.append(
        say == .english
          ? "That is little: figures that rest on paths, such as betweenness, may be far off."
          : "Det er lite: tall som bygger på veier, som mellomposisjon, kan være langt fra de rette."
      )
    }
    if let rate = quality.confirmationRate {
      found.append(
        say == .english
          ? "\(figure: say.percent(rate)) of the ties are reported by both ends."
          : "\(figure: say.percent(rate)) av båndene er oppgitt av begge ender."
      )
    }
    let network = study.graph.graph
    if network.loopsDropped > 0 {
      let count = say.counted(
        network.loopsDropped,
        ("tie from an actor to itself was", "bånd fra en aktør til seg selv er"),
        ("ties from an actor to itself were", "bånd fra en aktør til seg selv er")
      )
      found.append(
        say == .english ? "\(figure: count) left out." : "\(figure: count) utelatt."
      )
    }
    if network.parallelMerged > 0 {
      let count = say.counted(
        network.parallelMerged,
        ("parallel tie was", "parallelt bånd er"),
        ("parallel ties were", "parallelle bånd er")
      )
      found.append(
        say == .english
          ? "\(figure: count) added to another between the same two."
          : "\(figure: count) lagt til et annet mellom de samme to."
      )
    }
    if quality.isolates > 0 {
      let count = say.counted(
        quality.isolates,
        ("actor has", "aktør har"),
        ("actors have", "aktører har")
      )
      found.append(
        say == .english
          ? "\(figure: count) no tie, and yet a place in every figure that counts actors."
          : "\(figure: count) ingen bånd, og er med i alle tall som teller aktører."
      )
    }
    if quality.untyped > 0 && quality.untyped < study.graph.actorOf.count {
      found.append(
        say == .english
          ? "\(figure: say.whole(quality.untyped)) actors have no type in the data."
          : "\(figure: say.whole(quality.untyped)) aktører har ingen type i dataene."
      )
    }
    return found
  }
}
