import RegionIndicators

/// The profile as a page to read.
extension ProfileAnalysis {
  /// Plain text for a terminal: what was measured, family by family, with sentences; then what was not, and what it would take.
  public func terminal(_ language: IndicatorLanguage) -> String {
    var page = ""
    for section in sections {
      let measured = section.indicators.filter { $0.measurement != nil }
      guard !measured.isEmpty else { continue }
      page += "\(section.family.title[language])\n"
      for indicator in measured {
        let title = title(of: indicator, section.family, language)
        page += "  \(title): \(Self.value(indicator, language))\n"
        for sentence in sentences(indicator, language) { page += "      \(sentence)\n" }
      }
      page += "\n"
    }
    let missing = unmeasured(language)
    if !missing.isEmpty {
      page += Words("Not measured", "Ikke målt")[language] + "\n"
      for line in missing { page += "  \(line)\n" }
    }
    return page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.safe(String($0)) }.joined(separator: "\n")
  }

  /// A Markdown page: a table per family, sentences below, and what was not measured at the end.
  public func markdown(_ language: IndicatorLanguage, title: String?) -> String {
    let heading = Words("Learning-region profile", "Profil av en læringsregion")[language]
    var page = "# " + heading + (title.map { ": " + ResultTable.escaped($0) } ?? "") + "\n"
    let columns = [
      Words("indicator", "indikator"), Words("value", "verdi"), Words("n", "n"),
      Words("95 %", "95 %"), Words("by chance", "ved tilfeldighet"), Words("p", "p"),
    ].map { $0[language] }
    for section in sections {
      let measured = section.indicators.filter { $0.measurement != nil }
      guard !measured.isEmpty else { continue }
      page += "\n## \(ResultTable.escaped(section.family.title[language]))\n\n"
      page += "| " + columns.joined(separator: " | ") + " |\n"
      page += "|" + String(repeating: "---|", count: columns.count) + "\n"
      for indicator in measured {
        guard let found = indicator.measurement else { continue }
        let number = { (value: Double?) in
          value.map { Self.text($0, indicator.unit, language) } ?? ""
        }
        let range = found.interval.map {
          "\(number($0.lowerBound)) – \(number($0.upperBound))"
        }
        let cells = [
          self.title(of: indicator, section.family, language),
          number(found.value) + Self.unit(indicator.unit, language),
          "\(found.n) \(indicator.cases[language])", range ?? "", number(found.chance),
          found.p.map { Self.decimal(NumberText.forReading($0), language) } ?? "",
        ]
        page += "| " + cells.map(ResultTable.escaped).joined(separator: " | ") + " |\n"
      }
      let said = measured.flatMap { sentences($0, language) }
      if !said.isEmpty {
        page += "\n" + said.map { "- \(ResultTable.escaped($0))\n" }.joined()
      }
    }
    let missing = unmeasured(language)
    if !missing.isEmpty {
      page += "\n## " + Words("Not measured", "Ikke målt")[language] + "\n\n"
      page += missing.map { "- \(ResultTable.escaped($0))\n" }.joined()
    }
    return page
  }

  private func title(
    of indicator: Indicator,
    _ family: IndicatorFamily,
    _ language: IndicatorLanguage
  ) -> String {
    family.title(of: indicator.name)?[language] ?? indicator.name
  }

  /// One line per indicator without a value, with the reason it gives first.
  private func unmeasured(_ language: IndicatorLanguage) -> [String] {
    sections.flatMap { section -> [String] in
      if let failure = section.failure { return ["\(section.family.title[language]): \(failure)"] }
      return section.indicators.filter { $0.measurement == nil }.map { indicator in
        let reason = sentences(indicator, language).first ?? ""
        return "\(title(of: indicator, section.family, language)): \(reason)"
      }
    }
  }

  /// Value, interval, chance, p and what it rests on.
  private static func value(_ indicator: Indicator, _ language: IndicatorLanguage) -> String {
    guard let found = indicator.measurement else { return "" }
    func number(_ value: Double) -> String { text(value, indicator.unit, language) }
    var details: [String] = []
    if let interval = found.interval {
      details.append("95 %: \(number(interval.lowerBound)) – \(number(interval.upperBound))")
    }
    if let chance = found.chance {
      details.append(Words("by chance ", "ved tilfeldighet ")[language] + number(chance))
    }
    if let p = found.p { details.append("p = " + decimal(NumberText.forReading(p), language)) }
    details.append("n = \(found.n) \(indicator.cases[language])")
    return number(found.value) + unit(indicator.unit, language)
      + " (\(details.joined(separator: "; ")))"
  }

  private static func text(
    _ value: Double,
    _ unit: IndicatorUnit,
    _ language: IndicatorLanguage
  ) -> String {
    if unit == .share && (0...1).contains(value) { return NumberText.percent(value) }
    return decimal(NumberText.forReading(value), language)
  }

  private static func decimal(_ number: String, _ language: IndicatorLanguage) -> String {
    language == .english ? number : String(number.map { $0 == "." ? "," : $0 })
  }

  /// The unit after a number; what a share, an index or a count is counted in needs no word.
  private static func unit(_ unit: IndicatorUnit, _ language: IndicatorLanguage) -> String {
    let words: Words =
      switch unit {
      case .share, .index, .count: Words("", "")
      case .effectiveNumber: Words(" (effective number)", " (effektivt antall)")
      case .days: Words(" days", " dager")
      case .months: Words(" months", " måneder")
      case .steps: Words(" steps", " steg")
      case .bits: Words(" bit", " bit")
      case .kilometres: Words(" km", " km")
      case .amount(let name): Words(" " + name, " " + name)
      }
    return words[language]
  }
}
