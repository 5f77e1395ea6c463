/// What reading and computing say of their assumptions, in Norwegian.
///
/// Those sentences are written in English where they arise; here they are known by their words, with `{}` for names and figures.
enum NorwegianRemarks {
  /// A remark in Norwegian; `nil` for one that is not known here.
  static func translated(_ remark: String) -> String? {
    for (english, norwegian) in sentences {
      if let found = values(of: english, in: remark) { return filled(norwegian, found) }
    }
    // A remark on a file begins with its name.
    guard let colon = remark.firstRange(of: ": ") else { return nil }
    let file = remark[..<colon.upperBound]
    return translated(String(remark[colon.upperBound...])).map { "\(file)\($0)" }
  }

  /// What stands where the pattern has `{}`; `nil` where the text is another sentence.
  private static func values(of pattern: String, in text: String) -> [Substring]? {
    let pieces = pattern.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = pieces.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var found: [Substring] = []
    for (place, piece) in pieces.enumerated().dropFirst() {
      if place == pieces.count - 1 {
        guard rest.hasSuffix(piece) else { return nil }
        found.append(rest.dropLast(piece.count))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty ? found : nil
  }

  private static func filled(_ pattern: String, _ values: [Substring]) -> String {
    var text = ""
    for (place, piece) in pattern.split(separator: "{}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if place > 0, place <= values.count { text += values[place - 1] }
      text += piece
    }
    return text
  }

  private static let sentences: [(english: String, norwegian: String)] = [
    (
      "wave {}, the last one (--wave chooses another, --wave all unites them)",
      "runde {}, den siste (--wave velger en annen, --wave all forener dem)"
    ),
    (
      "{}: taken as directed, nothing says otherwise (--undirected, or `directed: false` in region.yaml)",
      "{}: lest som rettet, ingenting sier noe annet (--undirected, eller `directed: false` i region.yaml)"
    ),
    (
      "the weights of {} are distances, and are read as strengths here: a bigger one counts as closer",
      "vektene i {} er avstander og leses her som styrker: en større teller som nærmere"
    ),
    ("{} tie from an actor to itself left out", "{} bånd fra en aktør til seg selv er utelatt"),
    ("{} ties from an actor to itself left out", "{} bånd fra en aktør til seg selv er utelatt"),
    ("{} parallel tie added to others", "{} parallelt bånd er lagt til et annet"),
    ("{} parallel ties added to others", "{} parallelle bånd er lagt til andre"),
    ("{} of {} actors that were asked answered ({})", "{} av {} spurte aktører svarte ({})"),
    ("{} of the ties are reported by both ends", "{} av båndene er oppgitt av begge ender"),
    (
      "only {} answered: values that rest on paths may be far off",
      "bare {} svarte: verdier som bygger på veier, kan være langt fra de rette"
    ),
    (
      "ranks from and to: 90 % of {} draws of the unknown ties (seed {})",
      "plass fra og til: 90 % av {} trekninger av de ukjente båndene (frø {})"
    ),
    ("no rank intervals above {} actors", "ingen intervaller for plassen over {} aktører"),
    ("{} actor has no tie, and so no cluster", "{} aktør har ingen bånd, og derfor ingen klynge"),
    (
      "{} actors have no tie, and so no cluster",
      "{} aktører har ingen bånd, og derfor ingen klynge"
    ),
    (
      "some strengths are negative: there is no modularity, and ties count 1",
      "noen styrker er negative: det finnes ingen modularitet, og hvert bånd teller 1"
    ),
    (
      "{} is left out: {}, which takes long; --measures {} takes it",
      "{} er utelatt: {}, noe som tar lang tid; --measures {} tar det med"
    ),
    ("seed {}", "frø {}"),
    ("decimal comma", "desimalkomma"),
    ("cells are separated by semicolons", "cellene er skilt med semikolon"),
    ("cells are separated by tabs", "cellene er skilt med tabulatorer"),
    ("cells are separated by spaces", "cellene er skilt med mellomrom"),
    ("no heading: the first row is a tie", "ingen overskrift: den første raden er et bånd"),
    ("relation {} is directed by its rows", "relasjonen {} er rettet etter radene"),
    ("relation {} is undirected by its rows", "relasjonen {} er urettet etter radene"),
    (
      "everybody in it answered: no column \"answered\"",
      "alle i den svarte: det er ingen kolonne \"answered\""
    ),
    ("columns {} and {} are source and target", "kolonnene {} og {} er fra og til"),
  ]
}
