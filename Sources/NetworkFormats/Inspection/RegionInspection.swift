import LearningRegion

/// Looks through a region that has no errors for what is allowed and yet probably wrong.
///
/// Warnings say what somebody should look at (one organisation under two names, numbers that no register
/// gives out, coordinates the wrong way round); notes say what a reader of results should know (who has no ties, what is
/// summed, whose answers are missing). Nothing is changed.
struct RegionInspection {
  let reading: RegionReading
  let region: Region

  /// What there is one of comes first, so that many of another do not crowd it out.
  func run() {
    inspectAnswers()
    inspectTies()
    inspectCoordinates()
    inspectLevels()
    inspectNumbers()
    inspectNames()
  }

  /// Adds a finding about a row; the text is only made where it will be kept.
  func find(
    _ code: DiagnosticCode,
    _ table: RegionTableName,
    row: Int?,
    column: String,
    _ message: () -> String,
    hint: String
  ) {
    reading.builder.report.diagnostics.add(code.severity) {
      reading.diagnostic(code, message(), hint: hint, at: (table, row, column, nil))
    }
  }

  /// Adds a finding about an actor: at its row, or at the first tie that names it.
  func find(
    _ code: DiagnosticCode,
    actor: Int,
    column: String = "id",
    _ message: () -> String,
    hint: String
  ) {
    reading.builder.report.diagnostics.add(code.severity) {
      let place: RegionReading.Place =
        isListed(actor)
        ? (.actors, actor, column, nil) : firstTie(of: actor) ?? (.actors, nil, column, nil)
      return reading.diagnostic(code, message(), hint: hint, at: place)
    }
  }

  /// Whether the actor has a row of its own in a file.
  private func isListed(_ actor: Int) -> Bool {
    if let trace = reading.traces[.actors] { return actor < trace.lines.count }
    return reading.placeOfIssue != nil
  }

  private func firstTie(of actor: Int) -> RegionReading.Place? {
    let ties = region.ties
    for row in 0..<ties.count {
      if Int(ties.sources[row]) == actor { return (.ties, row, "source", nil) }
      if Int(ties.targets[row]) == actor { return (.ties, row, "target", nil) }
    }
    return nil
  }

  /// Where another actor stands, for a sentence.
  func whereabouts(_ actor: Int) -> String {
    guard let trace = reading.traces[.actors], let line = trace.lines.line(of: actor) else {
      return ""
    }
    // In a workbook it is a row, and not that of the text which was put together from it.
    return " in " + trace.source.lineName(at: trace.source.offset(ofLine: line))
  }

  /// The first few names, and how many more there are.
  func list(_ actors: [Int], shown: Int = 5) -> String {
    let names = actors.prefix(shown).map { SafeText.quoted(region.actors.label(of: $0)) }
    let rest = actors.count - names.count
    return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension RegionInspection {
  /// One actor under two names, or two under one, which may well be meant: two people of one organisation.
  ///
  /// Networks of more than half a million actors are made, not collected: their names are not looked at.
  func inspectNames() {
    let actors = region.actors
    guard actors.count <= 500_000 else { return }
    for pair in SimilarNames.pairs(of: (0..<actors.count).map { actors.label(of: $0) }) {
      let (one, other) = (actors.label(of: pair.first), actors.label(of: pair.second))
      let column = other == actors.ids[pair.second] ? "id" : "label"
      guard one != other else {
        find(
          .sharedName,
          actor: pair.second,
          column: column,
          {
            "\(SafeText.quoted(other)) is also the name of \(SafeText.quoted(actors.ids[pair.first]))"
              + whereabouts(pair.first)
          },
          hint: "if they are one, give their ties one id"
        )
        continue
      }
      find(
        .similarNames,
        actor: pair.second,
        column: column,
        {
          "\(SafeText.quoted(other)) looks like \(SafeText.quoted(one))" + whereabouts(pair.first)
        },
        hint:
          "if they are one, give their ties one id; if not, names that tell them apart help readers"
      )
    }
  }

  /// Numbers of registers, in columns whose headings name them.
  func inspectNumbers() {
    for column in region.actors.attributes {
      let key = HeadingKey.key(column.name)
      if OrganisationNumber.isHeading(column.name) {
        inspectOrganisations(column, key)
      } else if MunicipalityNumber.isHeading(column.name) {
        inspectMunicipalities(column, key)
      }
    }
  }

  private func inspectOrganisations(_ column: AttributeColumn, _ key: String) {
    var owner: [String: Int] = [:]
    for actor in 0..<region.actors.count {
      guard let text = column.values[actor] else { continue }
      if let fault = OrganisationNumber.fault(text) {
        find(
          .badOrganisationNumber,
          actor: actor,
          column: key,
          {
            fault == .notNineDigits
              ? "\(SafeText.quoted(text)) is no organisation number: it has nine digits"
              : "\(SafeText.quoted(text)) is no organisation number: its last digit does not fit the others"
          },
          hint: "look it up in the register; leave the cell empty where it is not known"
        )
        continue
      }
      let digits = OrganisationNumber.digits(text)
      if let first = owner[digits] {
        find(
          .repeatedOrganisationNumber,
          actor: actor,
          column: key,
          {
            "\(SafeText.quoted(region.actors.label(of: actor))) has the organisation number of "
              + SafeText.quoted(region.actors.label(of: first)) + whereabouts(first)
          },
          hint: "if they are one, give their ties one id"
        )
      } else {
        owner[digits] = actor
      }
    }
  }

  private func inspectMunicipalities(_ column: AttributeColumn, _ key: String) {
    for actor in 0..<region.actors.count {
      guard let text = column.values[actor], let fault = MunicipalityNumber.fault(text) else {
        continue
      }
      find(
        fault == .lostZero ? .lostLeadingZero : .badMunicipalityNumber,
        actor: actor,
        column: key,
        {
          fault == .lostZero
            ? "the municipality number \(SafeText.quoted(text)) has lost its leading zero"
            : "\(SafeText.quoted(text)) is no municipality number: it has four digits"
        },
        hint: fault == .lostZero
          ? "write 0\(text), and make the column text in the spreadsheet"
          : "such as 0301 or 4601; leave the cell empty where it is not known"
      )
    }
  }

  /// Latitude and longitude the wrong way round: what lies in Norway when the two are swapped.
  func inspectCoordinates() {
    let north = 57.0...72.0
    let east = 4.0...32.0
    for actor in 0..<region.actors.count {
      guard let (latitude, longitude) = region.actors.place(of: actor),
        north.contains(longitude), east.contains(latitude)
      else { continue }
      find(
        .swappedCoordinates,
        actor: actor,
        column: "lat",
        {
          "latitude \(NumberText.text(latitude)) and longitude \(NumberText.text(longitude)) of "
            + "\(SafeText.quoted(region.actors.label(of: actor))) look swapped"
        },
        hint: "in Norway lat is 57 to 72 and lon 4 to 32"
      )
    }
  }
}
