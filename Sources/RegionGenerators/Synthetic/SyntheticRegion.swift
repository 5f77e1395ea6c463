import GraphCore
import LearningRegion

/// A synthetic learning region: every file of a region folder, consistent with each other, and what was planted in it for indicators to find.
///
/// - Organisations lie along an invented coast in municipalities and circles of ten; ties decay with distance. The last municipality is an island.
/// - Three waves: a few owners with the parties of work life, then the many, then the politics and administration.
/// - Partnerships act together month by month; trust grows with what is kept, falls with what is breached, and is told in the survey of the wave.
/// - Knowledge flows in hours between neighbours, with research both ways; practices go from neighbour to neighbour; innovations grow out of
///   earlier ones.
/// - ``truths`` says what was planted: a broker, a bottleneck (the office of the island), transmission from a university, a star with
///   followers, a workplace without back stage.
///
/// The same recipe and seed give the same region on every machine: only whole numbers and operations that IEEE 754 rounds correctly are used. O(actors +
/// ties · log ties).
public struct SyntheticRegion: Sendable {
  /// The region, which says of itself that it is synthetic: in its title, purpose, consent, boundary and sources.
  public let region: Region
  /// What was planted.
  public let truths: [PlantedTruth]

  /// Makes the region.
  ///
  /// - Parameters:
  ///   - recipe: sizes.
  ///   - seed: which of the regions of these sizes.
  ///   - command: how it was made, for its list of sources.
  ///   - control: asked between the steps whether to stop.
  /// - Throws: ``StreamError``: refused with a ``GeneratorError`` for sizes that are not possible together, or cancelled.
  public init(
    _ recipe: RegionRecipe,
    seed: UInt64,
    command: String,
    control: RunControl = RunControl()
  ) throws(StreamError<GeneratorError>) {
    do throws(GeneratorError) {
      try recipe.check()
    } catch {
      throw .refused(error)
    }
    var cast = SyntheticCast(recipe, seed: seed)
    let columns = SyntheticTraits.fill(&cast, seed: seed)
    let novelties = SyntheticNovelties(cast, seed: seed)
    for (actor, practices) in novelties.practices.sorted(by: { $0.key < $1.key }) {
      cast.change(actor) { $0.practices = practices }
    }
    let roster = SyntheticRoster(cast, seed: seed)
    let count = recipe.tiesOfLastWave
    guard !control.isCancelled else { throw .cancelled }
    let actions = SyntheticActions(cast, ties: count / 4, seed: seed)
    // What is left after trust, and after some seven ties to each person and contact.
    let people = cast.people.reduce(0) { $0 + $1.count }
    let nearness = max(3 * cast.regulars.count, count * 3 / 4 - 4 * people)
    guard !control.isCancelled else { throw .cancelled }
    let ties = SyntheticTies(cast, nearness: nearness, seed: seed)
    let judgements = SyntheticJudgements(cast, actions.trust, roster, seed: seed)
    let meetings = SyntheticMeetings(cast, seed: seed)

    guard !control.isCancelled else { throw .cancelled }
    var draft = RegionDraft()
    Self.head(&draft, recipe, seed: seed, command: command)
    for member in cast.members { draft.actors.append(member.actor) }
    draft.actors.attributes = columns
    ties.write(actions.trust, roster, to: &draft)
    guard !control.isCancelled else { throw .cancelled }
    draft.arenas = RegionTable(meetings.arenas)
    draft.participation = RegionTable(meetings.participation)
    draft.jointActions = RegionTable(actions.rows(cast))
    draft.flows = RegionTable(SyntheticFlows(cast, knowledge: ties.knowledge, seed: seed).rows)
    draft.innovations = RegionTable(novelties.innovations)
    draft.adoptions = RegionTable(novelties.adoptions)
    draft.probes = RegionTable(novelties.probes)
    draft.programmes = RegionTable(judgements.programmes)
    draft.funnel = RegionTable(judgements.funnel)
    draft.assessments = RegionTable(judgements.assessments)
    draft.ratings = RegionTable(judgements.ratings)
    draft.roster = RegionTable(roster.rows)
    do throws(RegionFault) {
      region = try Region(draft)
    } catch {
      preconditionFailure("a synthetic region contradicts itself: \(error.issues.prefix(3))")
    }
    truths = Self.truths(cast)
  }

  private static func head(
    _ draft: inout RegionDraft,
    _ recipe: RegionRecipe,
    seed: UInt64,
    command: String
  ) {
    draft.header.title = "Synthetic region (invented): \(recipe.name)"
    draft.header.date = Month.day(SyntheticCast.waves[SyntheticCast.waves.count - 1].month)
    draft.header.language = "en"
    draft.header.purpose =
      "Synthetic: to try indicators on. No actor, tie or figure is of a real region; sizes alone may be published ones."
    draft.header.consent = "Nobody was asked: everybody is invented."
    draft.header.sources = ["Synthetic: \(command) --seed \(seed)"]
    draft.header.boundary.rule = "Synthetic: everybody who was invented"
    draft.header.boundary.method = "roster"
    let relations: [(SyntheticTies.Relation, RelationKind, Bool, ClosedRange<Double>?, String)] = [
      (.knowledge, .knowledge, true, 1...5, "Gives knowledge to"),
      (.collaboration, .collaboration, false, 1...5, "Works together with"),
      (.trust, .trust, true, 1...5, "Trusts"),
      (.advice, .advice, true, 1...5, "Asks for advice"),
      (.formal, .formal, true, nil, "Is above"),
    ]
    for (relation, kind, isDirected, scale, label) in relations {
      var row = Relation(name: "\(relation)")
      row.kind = kind
      row.directed = isDirected
      row.scale = scale
      row.label = label
      draft.relations.append(row)
    }
    draft.waves = SyntheticCast.waves.map { Wave(name: $0.name, date: Month.day($0.month)) }
    draft.declaredWaves = draft.waves.count
  }

  private static func truths(_ cast: SyntheticCast) -> [PlantedTruth] {
    func truth(
      _ kind: PlantedTruth.Kind,
      _ actor: Int,
      _ indicator: String,
      _ statement: String
    ) -> PlantedTruth {
      PlantedTruth(kind: kind, actor: cast.id(actor), indicator: indicator, statement: statement)
    }
    var truths = [
      truth(
        .broker,
        cast.broker,
        "broker_dependence",
        "has the highest betweenness of the last wave"
      )
    ]
    if let office = cast.office {
      truths.append(
        truth(.bottleneck, office, "bottlenecks", "is named: without it the island is cut off")
      )
    }
    truths += [
      truth(
        .transmission,
        cast.university,
        "mutuality",
        "education and work life: transmission, a balance of at most 0.2"
      ),
      truth(
        .star,
        cast.star,
        "star_dependence",
        "is the first source, of more than 0.4 of all flow"
      ),
      truth(
        .noBackStage,
        cast.peopled[cast.peopled.count - 1],
        "back_stage_coverage",
        "covered 0; every other workplace above 0"
      ),
    ]
    return truths
  }
}
