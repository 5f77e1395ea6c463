import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 19: knowledge from outside.
  static let openness = IndicatorFamily(
    19,
    "openness",
    Words("Openness", "Åpenhet"),
    OpennessTexts.all
  ) { (input, _) throws(MetricError) in
    let network = try input.network(of: .knowledge) ?? input.network
    guard let openness = KnowledgeOpenness(of: network, in: input.region) else {
      return OpennessTexts.all.map {
        Indicator(
          $0.name,
          .notMeasured([DataGap("actors.csv", "inside")]),
          unit: $0.name == "pipeline_depth" ? .steps : .share,
          cases: OpennessTexts.actors
        )
      }
    }
    return [
      openness.externalShare(), openness.externalFlows(), openness.gatekeepers(input),
      openness.pipeline(),
    ]
  }
}

extension KnowledgeOpenness {
  fileprivate func externalShare() -> Indicator {
    Indicator(
      "external_share",
      .share(received.external, of: received.all, minimum: 10),
      unit: .share,
      cases: Words("ties received", "mottatte bånd"),
      statements: received.all < 10
        ? []
        : [
          Statement(
            "\(received.external) of \(received.all) ties that actors of the region receive come from outside it.",
            "\(received.external) av \(received.all) bånd som aktører i regionen mottar, kommer utenfra."
          )
        ]
    )
  }

  fileprivate func externalFlows() -> Indicator {
    Indicator(
      "external_flow_share",
      flows.all == 0
        ? .notMeasured([DataGap("flows.csv", "source", "target")])
        : .share(flows.external, of: flows.all, minimum: 10),
      unit: .share,
      cases: Words("flows received", "mottatte strømmer")
    )
  }

  fileprivate func gatekeepers(_ input: IndicatorInput) -> Indicator {
    let rows = OpennessRole.allCases.map { role in
      (role, inside.indices.filter { roles[$0] == role }.map { inside[$0] })
    }
    let gatekeepers = rows[0].1
    let organisations = gatekeepers.filter { !input.isPerson[$0] }
    let enough = inside.count >= 5
    return Indicator(
      "gatekeepers",
      .share(gatekeepers.count, of: inside.count, minimum: 5),
      unit: .share,
      cases: OpennessTexts.actors,
      parts: enough ? rows.flatMap { Self.parts($0, $1, input) } : [],
      statements: enough ? Self.statement(organisations, gatekeepers.count) : []
    )
  }

  /// How many have the role, and their capacity to take knowledge in.
  private static func parts(
    _ role: OpennessRole,
    _ actors: [Int],
    _ input: IndicatorInput
  ) -> [IndicatorPart] {
    let table = input.region.actors
    func mean(_ key: String, _ values: [Double]) -> [IndicatorPart] {
      guard !values.isEmpty else { return [] }
      let isSmall =
        actors.contains { input.isPerson[$0] } && values.count < SmallGroups.minimumPeople
      let mean = values.reduce(0, +) / Double(values.count)
      return [
        IndicatorPart(
          "\(role.rawValue): mean \(key)",
          isSmall ? .suppressed : .value(mean, n: values.count, minimum: 1)
        )
      ]
    }
    return [IndicatorPart(role.rawValue, .value(Double(actors.count), n: actors.count, minimum: 0))]
      + mean("rd_staff", actors.compactMap { table[$0].rdStaff })
      + mean("higher_education_share", actors.compactMap { table[$0].higherEducationShare })
  }

  private static func statement(_ organisations: [Int], _ count: Int) -> [Statement] {
    guard let first = organisations.first else { return [] }
    if count == 1 {
      return [
        Statement(
          "One actor brings knowledge in and passes it on: \(actor: first).",
          "Én aktør henter kunnskap inn og gir den videre: \(actor: first)."
        )
      ]
    }
    return [
      Statement(
        "\(count) actors bring knowledge in and pass it on, among them \(actor: first).",
        "\(count) aktører henter kunnskap inn og gir den videre, blant dem \(actor: first)."
      )
    ]
  }

  fileprivate func pipeline() -> Indicator {
    let steps = depth.compactMap { $0 }
    let unreached = depth.count - steps.count
    let mean = steps.isEmpty ? nil : Double(steps.reduce(0, +)) / Double(steps.count)
    var parts: [IndicatorPart] = []
    if let deepest = steps.max(), inside.count >= 5 {
      parts = [
        IndicatorPart("farthest", .value(Double(deepest), n: steps.count, minimum: 1)),
        IndicatorPart(
          "out of reach",
          .value(Double(unreached), n: depth.count, minimum: 1)
        ),
      ]
    }
    return Indicator(
      "pipeline_depth",
      .value(mean, n: steps.count, minimum: 5),
      unit: .steps,
      cases: OpennessTexts.actors,
      parts: parts,
      statements: inside.count < 5 || unreached == 0
        ? []
        : [
          Statement(
            "\(unreached) of \(depth.count) actors of the region have no way to anybody with a tie to the outside.",
            "\(unreached) av \(depth.count) aktører i regionen har ingen vei til noen med bånd utenfor."
          )
        ]
    )
  }
}

/// What the indicators of openness mean.
enum OpennessTexts {
  static let actors = Words("actors of the region", "aktører i regionen")

  static let all = [
    IndicatorText(
      "external_share",
      title: Words("Ties from outside", "Bånd utenfra"),
      definition:
        "Share of the knowledge ties (of all ties, where no relation is of kind knowledge) that actors of the region receive that come from actors outside it.",
      formula: "ties from outside to inside / ties to inside",
      reading:
        "High: the region learns from elsewhere too. There is more knowledge outside than inside.",
      caution:
        "Depends on how many outsiders the survey lets people name. Ties are no independent cases: the interval is too narrow.",
      source: IndicatorSources.jarche + "; " + IndicatorSources.gustavsen
    ),
    IndicatorText(
      "external_flow_share",
      title: Words("Flows from outside", "Strømmer utenfra"),
      definition:
        "Share of the flows that actors of the region receive that come from actors outside it.",
      formula: "flows from outside to inside / flows to inside",
      reading: "As `external_share`, for what was in fact learned.",
      caution: "Counts rows, not amounts: units differ.",
      source: IndicatorSources.jarche + "; " + IndicatorSources.gustavsen
    ),
    IndicatorText(
      "gatekeepers",
      title: Words("Gatekeepers", "Portvoktere"),
      definition:
        "Share of the actors of the region whose ties to the outside and to the inside both exceed the median; beside it external stars (outside only), isolates and the rest, with their means of research staff and higher education.",
      formula:
        "actors with external out-ties > median and internal out-ties > median / actors of the region",
      reading: "Gatekeepers bring knowledge in and pass it on; external stars keep it.",
      caution:
        "The median makes somebody a gatekeeper in every region that has ties to the outside.",
      source: "E. Giuliani, M. Bell, Research Policy 34 (2005), 47–68",
      isOwn: true
    ),
    IndicatorText(
      "pipeline_depth",
      title: Words("Depth of the pipelines", "Hvor dypt rørledningene går"),
      definition:
        "Mean steps inside the region from the nearest actor with a tie to the outside, such an actor itself 0.",
      formula:
        "mean over reached inside actors of min d(holder, actor), without direction, inside only",
      reading: "Low: what comes in has short ways to everybody. Look at who is out of reach.",
      caution: "A way is not a flow.",
      source:
        "H. Bathelt, A. Malmberg, P. Maskell, Progress in Human Geography 28 (2004), doi:10.1191/0309132504ph469oa",
      isOwn: true
    ),
  ]
}
