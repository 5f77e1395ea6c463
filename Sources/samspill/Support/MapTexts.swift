import LearningRegion
import RegionAnalysis
import RegionDiagrams
import RegionIndicators

/// What the program itself says on maps, in one language.
struct MapTexts {
  private let isNorwegian: Bool

  init(_ language: MapOptions.Language) { isNorwegian = language == .norwegian }

  /// What a type of actor is called.
  func type(_ name: String, in region: Region) -> String {
    KindWords.type(name, in: region)[isNorwegian ? .norwegian : .english]
  }

  /// What a sphere is called, as a heading; what is none, as it is written.
  func sphere(_ name: String) -> String {
    guard let sphere = Sphere(rawValue: name) else { return name }
    return Self.capitalised(KindWords.sphere(sphere)[isNorwegian ? .norwegian : .english])
  }

  private func say(_ english: String, _ norwegian: String) -> String {
    isNorwegian ? norwegian : english
  }

  var network: String { say("Network", "Nettverk") }
  var cluster: String { say("Cluster", "Klynge") }
  var wave: String { say("Wave", "Runde") }
  var wavesUnited: String { say("Waves united", "Runder samlet") }
  var responseRate: String { say("Response rate", "Svarandel") }
  var corePeriphery: String { say("Core and periphery", "Kjerne og periferi") }
  var firstBrokers: String { say("First brokers", "Fremste meglere") }
  var inTheMiddle: String { say("In the middle", "I midten") }
  var seed: String { say("Seed", "Frø") }

  func dataOf(_ date: String) -> String { say("Data of \(date)", "Data fra \(date)") }

  /// The share of those asked who answered, or that nobody knows.
  func response(_ rate: (share: String, answered: Int, asked: Int)?) -> String {
    guard let rate else { return "\(responseRate): \(say("not recorded", "ikke oppgitt"))" }
    return "\(responseRate): \(rate.share) (\(rate.answered) \(say("of", "av")) \(rate.asked))"
  }

  /// The heading of a column of the actors.
  func column(_ name: String) -> String {
    if let known = Self.columns[name], isNorwegian { return known }
    return Self.capitalised(name.replacing("_", with: " "))
  }

  /// The heading of a measure: Norwegian where there is a usual word for it.
  func measure(_ name: String, title: String) -> String {
    if let known = Self.measures[name], isNorwegian { return known }
    return Self.capitalised(title)
  }

  private static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private static let columns = [
    "type": "Type", "sphere": "Sfære", "parent": "Del av", "level": "Nivå", "inside": "Innenfor",
    "language": "Språk",
  ]

  private static let measures = [
    "betweenness": "Mellomposisjon", "degree": "Bånd", "in_degree": "Nevnt av",
    "out_degree": "Nevner", "closeness": "Nærhet",
  ]
}
