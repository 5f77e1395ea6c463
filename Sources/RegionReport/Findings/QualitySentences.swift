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
      let count = say.whole(network.loopsDropped)
      let verb =
        network.loopsDropped == 1
        ? "tie from an actor to itself was" : "ties from an actor to itself were"
      found.append(
        say == .english
          ? "\(figure: count) \(verb) left out."
          : "\(figure: count) bånd fra en aktør til seg selv er utelatt."
      )
    }
    if let sentence = severalRelations {
      found.append(sentence)
    } else if network.parallelMerged > 0 {
      let count = say.whole(network.parallelMerged)
      let one = network.parallelMerged == 1
      found.append(
        say == .english
          ? "\(figure: count) parallel \(one ? "tie was" : "ties were") added to another between the same two."
          : "\(figure: count) \(one ? "parallelt" : "parallelle") bånd er lagt til et annet mellom de samme to."
      )
    }
    if quality.isolates > 0 {
      let count = say.whole(quality.isolates)
      let one = quality.isolates == 1
      found.append(
        say == .english
          ? "\(figure: count) \(one ? "actor has" : "actors have") no tie, and yet a place in every figure that counts actors."
          : "\(figure: count) \(one ? "aktør" : "aktører") har ingen bånd, og er med i alle tall som teller aktører."
      )
    }
    if quality.untyped > 0 && quality.untyped < study.graph.actorOf.count {
      let count = say.whole(quality.untyped)
      let one = quality.untyped == 1
      found.append(
        say == .english
          ? "\(figure: count) \(one ? "actor has" : "actors have") no type in the data."
          : "\(figure: count) \(one ? "aktør" : "aktører") har ingen type i dataene."
      )
    }
    return found
  }

  /// Why the ties of all relations together are another number than relation by relation; `nil` where they are not.
  private var severalRelations: Phrase? {
    let parts = study.quality.parts
    let network = study.graph.graph
    guard study.graph.relations.count > 1 else { return nil }
    // A tie that lasts is in the part of every wave: such a sum would say nothing.
    let isOneWave = parts.count == study.graph.relations.count
    let apart = parts.reduce(0) { $0 + $1.ties }
    guard !isOneWave || apart != network.edgeCount else { return nil }
    let together = say.whole(network.edgeCount)
    let isMixed = network.isDirected && parts.contains { !$0.isDirected }
    let both =
      isMixed
      ? say(
        ", and one without direction counts both ways",
        ", og et uten retning teller begge veier"
      ) : ""
    let sum =
      isOneWave
      ? say(
        "; relation by relation there are \(say.whole(apart))",
        "; relasjon for relasjon er det \(say.whole(apart))"
      ) : ""
    return say == .english
      ? "Figures of all relations together rest on \(figure: together) ties: between the same two a tie of several relations counts once\(both)\(sum)."
      : "Tall for alle relasjonene sammen bygger på \(figure: together) bånd: mellom de samme to teller et bånd i flere relasjoner én gang\(both)\(sum)."
  }
}
