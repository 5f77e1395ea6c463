import LearningRegion
import RegionIndicators

/// Who could learn with whom, as a table.
public struct MatchAnalysis: Sendable {
  /// `first,second,first_label,second_label,first_learns,second_learns,trust,nearness,weight,through`; several topics or go-betweens are
  /// separated by `|`. The best match first.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes
  /// The summed weight of the matches.
  public let weight: Double

  /// Lays out matches.
  public init(_ matches: [NeedOfferMatch], of region: Region, naming: Naming) {
    var table = ResultTable(
      columns: [
        "first", "second", "first_label", "second_label", "first_learns", "second_learns", "trust",
        "nearness", "weight", "through",
      ]
    )
    for match in matches {
      // Who stands first must not tell who is who where nobody is named: the pseudonyms decide.
      let isSwapped =
        naming.rule == .nobody && naming.id(of: match.second) < naming.id(of: match.first)
      let (first, second) = isSwapped ? (match.second, match.first) : (match.first, match.second)
      let learns = (match.firstLearns, match.secondLearns)
      let (here, there) = isSwapped ? (learns.1, learns.0) : learns
      var through = match.through?.map { naming.label(of: $0) }
      if isSwapped { through?.reverse() }
      table.append([
        .text(naming.id(of: first)), .text(naming.id(of: second)),
        .text(naming.label(of: first)), .text(naming.label(of: second)),
        .text(here.joined(separator: "|")), .text(there.joined(separator: "|")),
        Cell(match.trust), Cell(match.nearness), .number(match.weight),
        Cell(text: through.map { $0.joined(separator: "|") }),
      ])
    }
    self.table = table
    weight = matches.reduce(0) { $0 + $1.weight }
    var notes = AnalysisNotes()
    let actors = region.actors
    let isAsked = (0..<actors.count).contains { !actors[$0].needs.isEmpty }
    let isOffered = (0..<actors.count).contains { !actors[$0].offers.isEmpty }
    if !isAsked || !isOffered {
      notes.warnings.append("no matches: they take the columns needs and offers of actors.csv")
    }
    self.notes = notes
  }
}
