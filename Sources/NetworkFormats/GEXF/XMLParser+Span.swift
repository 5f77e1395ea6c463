extension XMLParser {
  /// Reports that the `end` of an element is before its `start`.
  func checkSpan(_ element: XMLElement) {
    guard let start = element["start"], let end = element["end"],
      TimeCells.isReversed(start: start, end: end)
    else { return }
    report(
      .endBeforeStart,
      "the end \(SafeText.oneLine(end)) is before the start \(SafeText.oneLine(start))",
      hint: "is one of them swapped with the other?"
    )
  }
}
