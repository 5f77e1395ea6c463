/// A region while it is being put together: everything can still be wrong.
///
/// Readers, generators and other programs fill a draft and turn it into a ``Region`` with ``Region/init(_:)``, which checks it
/// once.
public struct RegionDraft: Sendable, Equatable {
  /// What is said about the whole region.
  public var header = RegionHeader()
  /// Relations: those declared first, then those met in the ties.
  public var relations: [Relation] = [] {
    didSet { relationNumbers.listChanged() }
  }
  /// What is declared about actor types.
  public var actorTypes: [ActorTypeInfo] = []
  /// Waves: those declared first, in their order, then those met in the data.
  public var waves: [Wave] = [] {
    didSet { waveNumbers.listChanged() }
  }
  /// How many of ``waves`` are declared; the others are put in order when the region is made.
  public var declaredWaves = 0
  /// The actors.
  public var actors = ActorTable()
  /// The ties.
  public var ties = TieTable()
  /// Ends of ties that name nobody, in the order met, at most ``maximumUnknownEnds`` of them.
  public private(set) var unknownEnds: [UnknownEnd] = []
  /// All ends that name nobody, also those beyond the ones kept.
  public private(set) var unknownEndCount = 0
  /// Places to meet.
  public var arenas = RegionTable<Arena>()
  /// Who took part where.
  public var participation = RegionTable<Participation>()
  /// What was done together.
  public var jointActions = RegionTable<JointAction>()
  /// What was learned from whom.
  public var flows = RegionTable<KnowledgeFlow>()
  /// What was tried.
  public var innovations = RegionTable<Innovation>()
  /// Who took up what.
  public var adoptions = RegionTable<Adoption>()
  /// Programmes.
  public var programmes = RegionTable<Programme>()
  /// How many were left at each stage.
  public var funnel = RegionTable<FunnelStep>()
  /// Learning environments.
  public var assessments = RegionTable<Assessment>()
  /// Trials that may fail.
  public var probes = RegionTable<Probe>()
  /// Who thinks what of whom.
  public var ratings = RegionTable<Rating>()
  /// Who was asked and who answered.
  public var roster = RegionTable<RosterEntry>()

  private var relationNumbers = NameIndex()
  private var waveNumbers = NameIndex()

  /// How many unknown ends are kept one by one.
  public static let maximumUnknownEnds = 1000

  /// An empty draft.
  public init() {}

  /// An end of a tie that names no actor.
  public struct UnknownEnd: Sendable, Equatable {
    /// Row of the tie.
    public let row: Int
    /// `source` or `target`.
    public let column: String
    /// The id as given.
    public let id: String
  }

  /// What to do about an end of a tie that is not among the actors.
  public enum UnknownActors: Sendable, Equatable {
    /// Remember it as a fault.
    case refuse
    /// Add an actor of that id.
    case create
  }

  /// Adds a tie between the actors of these ids (UTF-8, already in NFC).
  ///
  /// `tie.source` and `tie.target` are overwritten by the actors' indices, or −1 for an unknown actor.
  public mutating func appendTie(
    from source: UnsafeRawBufferPointer,
    to target: UnsafeRawBufferPointer,
    _ tie: Tie,
    unknown: UnknownActors
  ) {
    var tie = tie
    tie.source = end(source, "source", unknown)
    tie.target = end(target, "target", unknown)
    ties.append(tie)
  }

  /// Adds a tie between the actors of these ids.
  public mutating func appendTie(
    from source: String,
    to target: String,
    _ tie: Tie = Tie(source: 0, target: 0),
    unknown: UnknownActors = .refuse
  ) {
    var from = source
    var to = target
    from.withUTF8 { from in
      to.withUTF8 { to in
        appendTie(
          from: UnsafeRawBufferPointer(from),
          to: UnsafeRawBufferPointer(to),
          tie,
          unknown: unknown
        )
      }
    }
  }

  private mutating func end(
    _ id: UnsafeRawBufferPointer,
    _ column: String,
    _ unknown: UnknownActors
  ) -> Int32 {
    switch unknown {
    case .create: return Int32(actors.intern(id))
    case .refuse:
      if let index = actors.ids.index(of: id) { return Int32(index) }
      unknownEndCount += 1
      if unknownEnds.count < Self.maximumUnknownEnds {
        let text = String(decoding: id, as: UTF8.self)
        unknownEnds.append(UnknownEnd(row: ties.count, column: column, id: text))
      }
      return -1
    }
  }

  /// The number of the relation of this name, added if it is new.
  public mutating func relationIndex(_ name: String) -> Int32 {
    let known = relationNumbers.number(of: name, count: relations.count) { [relations] in
      relations[$0].name
    }
    if let known { return known }
    let new = Int32(relations.count)
    relations.append(Relation(name: name))
    relationNumbers.added(name, as: new)
    return new
  }

  /// The number of the wave of this name, added if it is new.
  public mutating func waveIndex(_ name: String) -> Int32 {
    let known = waveNumbers.number(of: name, count: waves.count) { [waves] in waves[$0].name }
    if let known { return known }
    let new = Int32(waves.count)
    waves.append(Wave(name: name))
    waveNumbers.added(name, as: new)
    return new
  }
}
