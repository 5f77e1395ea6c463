/// The times of nodes, edges and spells: of one kind, and intervals or points of time, never both.
struct GEXFTimes {
  /// The attributes that tell a time, and the columns that they become.
  static let names = ["start", "end", "timestamp"]

  /// Whether times are dates, or else numbers; nil where the graph does not say.
  private var areDates: Bool?
  /// Whether they are points of time; nil before the first.
  private var arePoints: Bool?

  /// Takes what the graph says of times: its `timeformat`, before GEXF 1.2 `timetype`.
  mutating func takeKind(of graph: XMLElement, _ parser: XMLParser) {
    switch graph["timeformat"] ?? graph["timetype"] {
    case "date", "dateTime", "datetime": areDates = true
    case "integer", "long", "double", "float": areDates = false
    case nil: break
    case let other?:
      parser.report(
        .badChoice,
        "\(SafeText.quoted(other)) is no timeformat",
        hint: "it can be integer, double, date, dateTime"
      )
    }
  }

  /// Reports times of an element that cannot be.
  ///
  /// - Parameter isOfTie: the dates of ties are looked at with those of all other formats, so of theirs only
  ///   numbers are.
  mutating func check(
    _ element: XMLElement,
    isOfTie: Bool,
    _ assembly: RegionAssembly,
    _ parser: XMLParser
  ) {
    tellOfLists(element, assembly)
    // Most files have none, and this is asked of every edge.
    let hasPoint = element.bytes("timestamp") != nil
    let hasInterval = element.bytes("start") != nil || element.bytes("end") != nil
    guard hasPoint || hasInterval else { return }
    checkKind(element, parser)
    let arePoints = arePoints ?? hasPoint
    self.arePoints = arePoints
    if hasPoint && hasInterval || hasPoint != arePoints {
      parser.report(
        .inconsistent,
        "the file has both intervals and timestamps",
        hint: "a timestamp t as an interval is start=\"t\" end=\"t\""
      )
    }
    guard let start = element["start"], let end = element["end"],
      !isOfTie || CellValue.number(start) != nil, TimeCells.isReversed(start: start, end: end)
    else { return }
    parser.report(
      .endBeforeStart,
      "the end \(SafeText.oneLine(end)) is before the start \(SafeText.oneLine(start))",
      hint: "is one of them swapped with the other?"
    )
  }

  private func tellOfLists(_ element: XMLElement, _ assembly: RegionAssembly) {
    func tell(_ name: StaticString) {
      guard element.bytes(name) != nil else { return }
      assembly.assume(.columns, "\(name) are not kept, only start, end and timestamp")
    }
    tell("timestamps")
    tell("intervals")
    tell("startopen")
    tell("endopen")
  }

  private func checkKind(_ element: XMLElement, _ parser: XMLParser) {
    guard let areDates else { return }
    for name in Self.names {
      guard let text = element[name], !text.isEmpty, !isTime(text) else { continue }
      parser.report(
        .badDate,
        "\(SafeText.quoted(text)) is no \(areDates ? "date" : "number")",
        hint: areDates
          ? "a date is 2024-05-01; the graph says that times are dates"
          : "the graph's timeformat says that times are numbers"
      )
    }
  }

  private func isTime(_ text: String) -> Bool {
    let plain = XMLNumber.trimmed(text)
    if ["inf", "infinity"].contains(plain.lowercased().drop { $0 == "-" || $0 == "+" }) {
      return true
    }
    guard areDates == true else { return XMLNumber.isNumber(plain) }
    return CellValue.day(String(plain.prefix { $0 != "T" })) != nil
  }
}
