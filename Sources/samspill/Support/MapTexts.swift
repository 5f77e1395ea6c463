import LearningRegion
import RegionAnalysis
import RegionDiagrams

/// What the program itself says on maps, in one language.
struct MapTexts {
  private let isNorwegian: Bool

  init(_ language: MapOptions.Language) { isNorwegian = language == .norwegian }

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

  /// A known type of actor in people's words; what is not known, as it is written.
  func type(_ name: String) -> String {
    Self.types[name].map { say($0.english, $0.norwegian) } ?? name
  }

  /// The heading of a column of the actors.
  func column(_ name: String) -> String {
    if let known = Self.columns[name], isNorwegian { return known }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The heading of a measure: Norwegian where there is a usual word for it.
  func measure(_ name: String, title: String) -> String {
    if let known = Self.measures[name], isNorwegian { return known }
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  private static let types: [String: (english: String, norwegian: String)] = [
    "enterprise": ("enterprise", "virksomhet"), "department": ("department", "avdeling"),
    "person": ("person", "person"), "union": ("union", "fagforening"),
    "employer_association": ("employers' association", "arbeidsgiverforening"),
    "university": ("university", "universitet"), "school": ("school", "skole"),
    "research_institute": ("research institute", "forskningsinstitutt"),
    "municipality": ("municipality", "kommune"),
    "regional_authority": ("regional authority", "regional myndighet"),
    "public_agency": ("public agency", "offentlig etat"), "network": ("network", "nettverk"),
    "consultant": ("consultant", "konsulent"), "civil": ("civil society", "sivilsamfunn"),
  ]

  private static let columns = [
    "type": "Type", "sphere": "Sfære", "parent": "Del av", "level": "Nivå", "inside": "Innenfor",
    "language": "Språk",
  ]

  private static let measures = [
    "betweenness": "Mellomposisjon", "degree": "Bånd", "in_degree": "Nevnt av",
    "out_degree": "Nevner", "closeness": "Nærhet",
  ]
}
