/// A part of society that takes part in a region's learning.
public enum Sphere: String, Sendable, CaseIterable {
  case workLife = "work_life"
  case education
  case research
  case government
  case civil

  /// The sphere that follows from an actor's type; `nil` for types that take their parent's, for networks and for types not known.
  public init?(actorType: String) {
    switch actorType {
    case "enterprise", "department", "person", "union", "employer_association", "consultant":
      self = .workLife
    case "university", "school": self = .education
    case "research_institute": self = .research
    case "municipality", "regional_authority", "public_agency": self = .government
    case "civil": self = .civil
    default: return nil
    }
  }
}

/// An actor of a region: an enterprise, a union, a university, a person, …
///
/// Every field but ``id`` may be missing.
public struct Actor: Sendable, Equatable {
  /// Text that names the actor in every file.
  public var id: String
  /// What people call the actor; the id where no label is given.
  public var label: String?
  /// What kind of actor, an open list (`enterprise`, `union`, `university`, …).
  public var type: String?
  /// The sphere as given; ``Region/sphere(of:)`` also derives it.
  public var sphere: String?
  /// Id of the actor that this one is part of.
  public var parent: String?
  /// Place in the hierarchy (`manager`, `employee`, `union_rep`), an open list.
  public var level: String?
  /// Whether the actor belongs to the region.
  public var inside: Bool?
  /// Number of people employed.
  public var employees: Double?
  /// Number of research and development staff.
  public var rdStaff: Double?
  /// Share of staff with higher education, 0 … 1.
  public var higherEducationShare: Double?
  /// Latitude in degrees, −90 … 90.
  public var latitude: Double?
  /// Longitude in degrees, −180 … 180.
  public var longitude: Double?
  /// Language the actor works in.
  public var language: String?
  /// What the actor needs to learn.
  public var needs: [String] = []
  /// What others can learn from the actor.
  public var offers: [String] = []
  /// Practices the actor has.
  public var practices: [String] = []
  /// Waves the actor belongs to; empty means all.
  public var waves: [String] = []

  /// An actor of which only the id is known.
  public init(id: String) { self.id = id }
}

/// All actors of a region as columns; the index of an actor is its row.
public struct ActorTable: Sendable, Equatable {
  /// Ids, one per actor. A repeated id is a fault that validation reports.
  public private(set) var ids = IDTable()
  /// Unknown columns in the order of the file.
  public var attributes: [AttributeColumn] = []
  // The columns are read one by one inside the module: putting a whole actor together for one field is slow.
  private(set) var labels = LazyColumn<String>()
  private(set) var types = LazyColumn<String>()
  private(set) var spheres = LazyColumn<String>()
  private(set) var parents = LazyColumn<String>()
  private(set) var levels = LazyColumn<String>()
  private(set) var insides = LazyColumn<Bool>()
  private(set) var employees = LazyColumn<Double>()
  private(set) var rdStaff = LazyColumn<Double>()
  private(set) var higherEducation = LazyColumn<Double>()
  private(set) var latitudes = LazyColumn<Double>()
  private(set) var longitudes = LazyColumn<Double>()
  private(set) var languages = LazyColumn<String>()
  private(set) var needs = LazyColumn<[String]>()
  private(set) var offers = LazyColumn<[String]>()
  private(set) var practices = LazyColumn<[String]>()
  private(set) var waves = LazyColumn<[String]>()

  /// No actors.
  public init() {}

  /// Actors of whom nothing is known but an id, which is a number; no number is there twice.
  public init(distinctNumbers numbers: [Int32]) { ids = IDTable(distinctNumbers: numbers) }

  /// Actors of whom nothing is known but an id.
  public init(ids: IDTable) { self.ids = ids }

  /// Number of actors.
  public var count: Int { ids.count }

  /// The index of the actor with this id.
  public func index(of id: some StringProtocol) -> Int? { ids.index(of: id) }

  /// The index of the actor with this id, added with nothing but its id if it is new.
  public mutating func intern(_ id: UnsafeRawBufferPointer) -> Int { ids.intern(id) }

  /// The indices of the actors with these ids, parts of a text; each is added with nothing but its id if it is new.
  ///
  /// - Parameter indices: as long as `ids`.
  public mutating func intern(
    _ ids: UnsafeBufferPointer<Range<Int>>,
    of text: UnsafeRawBufferPointer,
    into indices: UnsafeMutableBufferPointer<Int32>
  ) {
    self.ids.intern(ids, of: text, into: indices)
  }

  /// Adds an actor as the next row, whether or not its id is there already.
  public mutating func append(_ actor: Actor) {
    let row = count
    ids.append(actor.id)
    labels[row] = actor.label
    types[row] = actor.type
    spheres[row] = actor.sphere
    parents[row] = actor.parent
    levels[row] = actor.level
    insides[row] = actor.inside
    employees[row] = actor.employees
    rdStaff[row] = actor.rdStaff
    higherEducation[row] = actor.higherEducationShare
    latitudes[row] = actor.latitude
    longitudes[row] = actor.longitude
    languages[row] = actor.language
    needs[row] = actor.needs.isEmpty ? nil : actor.needs
    offers[row] = actor.offers.isEmpty ? nil : actor.offers
    practices[row] = actor.practices.isEmpty ? nil : actor.practices
    waves[row] = actor.waves.isEmpty ? nil : actor.waves
  }

  /// The actor at `index`, its columns put together.
  public subscript(index: Int) -> Actor {
    var actor = Actor(id: ids[index])
    actor.label = labels[index]
    actor.type = types[index]
    actor.sphere = spheres[index]
    actor.parent = parents[index]
    actor.level = levels[index]
    actor.inside = insides[index]
    actor.employees = employees[index]
    actor.rdStaff = rdStaff[index]
    actor.higherEducationShare = higherEducation[index]
    actor.latitude = latitudes[index]
    actor.longitude = longitudes[index]
    actor.language = languages[index]
    actor.needs = needs[index] ?? []
    actor.offers = offers[index] ?? []
    actor.practices = practices[index] ?? []
    actor.waves = waves[index] ?? []
    return actor
  }

  /// What people call the actor: its label, else its id.
  public func label(of index: Int) -> String { labels[index] ?? ids[index] }

  /// The type of the actor.
  public func type(of index: Int) -> String? { types[index] }

  /// The waves the actor belongs to; empty means all.
  public func waves(of index: Int) -> [String] { waves[index] ?? [] }

  /// Id of the actor that this one is part of.
  public func parent(of index: Int) -> String? { parents[index] }

  /// Where the actor is, in degrees; nil where one of the two is not known.
  public func place(of index: Int) -> (latitude: Double, longitude: Double)? {
    guard let latitude = latitudes[index], let longitude = longitudes[index] else { return nil }
    return (latitude, longitude)
  }

  /// Whether any actor names its waves.
  public var anyWaves: Bool { !waves.isEmpty }

  /// Whether any actor has a parent.
  public var anyParents: Bool { !parents.isEmpty }
}
