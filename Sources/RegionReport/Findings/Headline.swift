/// One finding: a sentence with its number, and where the number is explained.
struct Headline {
  /// What it is about.
  enum Subject: String, CaseIterable {
    case answers, size, broker, role, departure, clusters, bridges, dependence, reciprocity

    /// The subject in two or three words.
    var topic: (english: String, norwegian: String) {
      switch self {
      case .answers: ("Who answered", "Hvem som svarte")
      case .size: ("Size of the network", "Nettverkets størrelse")
      case .broker: ("Strongest broker", "Sterkeste megler")
      case .role: ("The broker's role", "Meglerens rolle")
      case .departure: ("If the broker left", "Om megleren sluttet")
      case .clusters: ("Clusters", "Klynger")
      case .bridges: ("Fragile ties", "Skjøre bånd")
      case .dependence: ("Actors that hold parts together", "Aktører som holder deler sammen")
      case .reciprocity: ("Returned ties", "Gjengjeldte bånd")
      }
    }
  }

  let subject: Subject
  /// The figure that stands out, as text; empty where the sentence says it all.
  let figure: String
  let sentence: Phrase
  /// The entry of the glossary that explains the figure.
  let entry: String
}
