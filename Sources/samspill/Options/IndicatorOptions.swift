import ArgumentParser
import RegionAnalysis
import RegionIndicators

/// How commands on indicators speak and what they show.
struct IndicatorOptions: ParsableArguments {
  @Flag(help: "Show the indicators with n, intervals and values under chance instead.")
  var indicators = false

  @Option(help: "Language of sentences.")
  var lang: LanguageChoice = .en
}

/// What `--lang` says.
enum LanguageChoice: String, CaseIterable, ExpressibleByArgument {
  case en, nb

  var language: IndicatorLanguage { self == .en ? .english : .norwegian }
}
