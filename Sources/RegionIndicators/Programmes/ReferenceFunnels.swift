/// What earlier programmes came to, as published; the data set `reference-funnels` holds the same figures with notes.
public enum ReferenceFunnels {
  /// A published funnel.
  public struct Reference: Sendable, Equatable {
    /// The figures.
    public let funnel: ProgrammeFunnel
    /// Where they stand.
    public let source: String
    /// How exact they are and what is not told.
    public let note: String
  }

  /// The published funnels.
  public static let all = [
    Reference(
      funnel: ProgrammeFunnel(
        id: "norwegian-development-agreement",
        label: "Norwegian development agreement",
        stages: [
          .init("first figure", 450, isAbout: true), .init("last figure", 30, isAbout: true),
        ]
      ),
      source: IndicatorSources.gustavsen,
      note: "both figures are about"
    ),
    Reference(
      funnel: ProgrammeFunnel(
        id: "lom",
        label: "LOM programme",
        stages: [
          .init("first figure", 140, isAbout: true), .init("second figure", 70, isAbout: true),
          .init("third figure", 60, isAbout: true), .init("last figure", 7, isAbout: true),
        ]
      ),
      source: IndicatorSources.gustavsen,
      note: "the first figure is told as about; the others are taken so as well"
    ),
    Reference(
      funnel: ProgrammeFunnel(
        id: "laeringslivet",
        label: "#Læringslivet",
        stages: [
          .init("started", 80), .init("passed the requirements", 63),
          .init("passed the bachelor exam", 36), .init("took the master exam", 15),
        ]
      ),
      source: IndicatorSources.amble,
      note:
        "counts; whether each stage lies within the one before is not told; four workplaces, prequalified"
    ),
  ]
}
