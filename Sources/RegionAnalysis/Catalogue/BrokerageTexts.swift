import NetworkMetrics

/// What the brokerage roles mean.
enum BrokerageTexts {
  static let entries: [Catalogue.Entry] = [
    role("coordinator", "w_I", "a → v → b, all three in one group", "ties together its own group"),
    role(
      "itinerant",
      "w_O",
      "a → v → b, a and b in one group, v in another",
      "an outsider who connects two members of a group, as a consultant does"
    ),
    role(
      "gatekeeper",
      "b_OI",
      "a → v → b, v and b in one group, a outside",
      "lets in what comes from outside"
    ),
    role(
      "representative",
      "b_IO",
      "a → v → b, a and v in one group, b outside",
      "carries to the outside what its group has"
    ),
    role(
      "liaison",
      "b_O",
      "a → v → b, three different groups",
      "connects groups it belongs to none of"
    ),
    role("brokerage", "t", "a → v → b in any groups", "stands between others at all"),
  ]

  private static func role(
    _ name: String,
    _ sna: String,
    _ path: String,
    _ meaning: String
  ) -> Catalogue.Entry {
    Catalogue.Entry(
      name: name,
      scope: .brokerage,
      traits: [],
      explanation: Explanation(
        title: "Gould–Fernandez \(name)",
        definition: "Number of open two-step paths \(path), without a tie a → b: \(meaning).",
        formula:
          "count over ordered pairs (a, b); `_expected` and `_z` under a random network of the same density and groups",
        reading: "`_z` above 2: more often than chance would have it.",
        caution:
          "The null model gives everybody the same degree, so z mostly tells who has many ties; `_p` keeps the network and permutes the groups.",
        source: "R. Gould, R. Fernandez, Sociological Methodology 19 (1989), doi:10.2307/270949",
        sameAs: "sna brokerage(): raw.nli \(sna)"
      )
    )
  }
}
