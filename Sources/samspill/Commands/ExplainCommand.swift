import ArgumentParser
import RegionAnalysis
import RegionIndicators

/// `samspill explain`
struct ExplainCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What a measure means: definition, formula, source, how to read it and how not to.",
    usage: """
      samspill explain
      samspill explain betweenness
      samspill explain constraint --json
      samspill explain trust_reach --lang nb
      """
  )

  @Argument(help: "The measure; without it, all of them are listed.")
  var name: String?
  @Option(help: "Language: en or nb. Indicators alone have a Norwegian text.")
  var lang: IndicatorLanguage = .english
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let writer = ResultWriter(options: result, console: session.console)
    guard let name else {
      var table = ResultTable(columns: ["name", "of", "title"])
      for entry in Catalogue.entries {
        table.append([
          .text(entry.name), .text(entry.scope.rawValue),
          .text((entry.explanation(in: lang) ?? entry.explanation).title),
        ])
      }
      try writer.write(table) { rows in
        Session.envelope("explain", result: .object([("rows", .rows(rows))]))
      }
      return
    }
    guard let entry = Catalogue.entry(name) else {
      throw UnknownName(
        name: name,
        what: "measure",
        near: NearNames.nearest(to: name, among: Catalogue.entries.map(\.name))
      )
    }
    let spoken = entry.explanation(in: lang)
    if spoken == nil { session.console.note("\(entry.name) is explained in English only") }
    let text = spoken ?? entry.explanation
    let fields: [(String, String?)] = [
      ("definition", text.definition), ("formula", text.formula), ("reading", text.reading),
      ("caution", text.caution), ("source", text.source), ("same_as", text.sameAs),
    ]
    switch writer.formatAskedFor ?? .table {
    case .json, .csv, .md, .xlsx:
      var table = ResultTable(columns: ["field", "text"])
      table.append([.text("name"), .text(entry.name)])
      table.append([.text("of"), .text(entry.scope.rawValue)])
      table.append([.text("title"), .text(text.title)])
      for (field, value) in fields { table.append([.text(field), Cell(text: value)]) }
      try writer.write(table) { _ in
        let head: [(String, JSONValue)] = [
          ("name", .string(entry.name)), ("of", .string(entry.scope.rawValue)),
          ("title", .string(text.title)),
        ]
        return Session.envelope(
          "explain",
          result: .object(head + fields.map { ($0.0, .optional($0.1)) })
        )
      }
    case .table:
      var page = "\(entry.name): \(text.title)\n"
      for (field, value) in fields {
        guard let value else { continue }
        let heading = Self.headings[field]?[spoken == nil ? .english : lang] ?? field
        page += "\n\(heading)\n" + Self.wrapped(value)
      }
      try writer.write(Array(page.utf8))
    }
  }

  private static let headings = [
    "definition": Words("What it is", "Hva det er"), "formula": Words("Formula", "Formel"),
    "reading": Words("How to read it", "Slik leses det"),
    "caution": Words("How not to read it", "Slik leses det ikke"),
    "source": Words("Source", "Kilde"), "same_as": Words("Same value as", "Samme verdi som"),
  ]

  /// Lines of at most 78 columns, indented by two.
  private static func wrapped(_ text: String) -> String {
    var out = ""
    var line = ""
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > 76 {
        out += "  \(line)\n"
        line = String(word)
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return out + "  \(line)\n"
  }
}
