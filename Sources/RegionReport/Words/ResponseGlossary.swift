/// The explanation of the response rate: no measure of the network, but what all of them rest on.
enum ResponseGlossary {
  /// What it is called in links.
  static let name = "response_rate"

  /// The explanation.
  static func entry(_ say: ReportLanguage) -> GlossaryEntry {
    GlossaryEntry(
      name: name,
      title: FigureWords.heading(name, say),
      definition: say(
        "The share of the actors that were asked about their ties that answered.",
        "Andelen av de spurte aktørene som svarte på spørsmålene om båndene sine."
      ),
      formula: say("answered / asked", "svarte / spurt"),
      reading: say(
        "Each actor that did not answer leaves out every tie that only it would have named. Above 80 % most figures hold; below 70 % those that rest on paths can be far off.",
        "Hver aktør som ikke svarte, mangler alle bånd som bare den ville ha nevnt. Over 80 % står de fleste tall seg; under 70 % kan de som bygger på veier, være langt fra de rette."
      ),
      caution: say(
        "It says nothing of those who were never asked, nor of ties that were forgotten.",
        "Den sier ingenting om dem som aldri ble spurt, eller om bånd som ble glemt."
      ),
      source:
        "E. Costenbader, T. W. Valente, Social Networks 25 (2003), doi:10.1016/S0378-8733(03)00012-1; G. Kossinets, Social Networks 28 (2006), doi:10.1016/j.socnet.2005.07.002",
      titleLanguage: say,
      textLanguage: say,
      formulaLanguage: say
    )
  }
}
