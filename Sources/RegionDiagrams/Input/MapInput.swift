/// What a map shows, as dense arrays: who, tied to whom, in which group, how large.
///
/// Independent of how the values were computed. Actors are numbered `0 ..< labels.count`; every array
/// "per actor" has that length.
public struct MapInput: Sendable {
  /// A division of the actors: clusters, types, the values of an attribute.
  public struct Division: Sendable {
    /// Why somebody has no category: what the legend calls them.
    public enum Absence: Sendable, CaseIterable {
      /// The data do not say.
      case notGiven
      /// Belongs to no cluster, or to one of its own.
      case noCluster
      /// Stands beside the part of the network that is shown.
      case neighbour
    }

    /// What it is called in the legend, as "Cluster".
    public var title: String
    /// Names of the categories in the order of the legend.
    public var names: [String]
    /// Per actor the index of its category, or −1 for none.
    public var categories: [Int32]
    /// What −1 means.
    public var absence: Absence

    /// A division with `names.count` categories.
    public init(
      title: String,
      names: [String],
      categories: [Int32],
      absence: Absence = .notGiven
    ) {
      self.title = title
      self.names = names
      self.categories = categories
      self.absence = absence
    }
  }

  /// A measure, for the area of the nodes and the choice of names.
  public struct Scores: Sendable {
    /// What it is called in the legend, as "Betweenness".
    public var title: String
    /// Per actor the value; nil where it is not defined. Areas need values ≥ 0: smaller ones count as 0.
    public var values: [Double?]

    /// A measure with one value per actor.
    public init(title: String, values: [Double?]) {
      self.title = title
      self.values = values
    }
  }

  /// Ties as columns; a loop is not drawn, parallel ties of a relation are added up.
  public struct Ties: Sendable {
    /// Ends of tie `i`.
    public var sources: [Int32]
    /// Ends of tie `i`.
    public var targets: [Int32]
    /// Strength of tie `i`, finite and ≥ 0.
    public var weights: [Double]
    /// Index of the relation of tie `i` in ``MapInput/relations``.
    public var relations: [Int32]

    /// Columns of equal length.
    public init(sources: [Int32], targets: [Int32], weights: [Double], relations: [Int32]) {
      self.sources = sources
      self.targets = targets
      self.weights = weights
      self.relations = relations
    }
  }

  /// Where an actor is, in degrees (WGS 84).
  public struct Place: Sendable {
    /// North is positive, −90 … 90.
    public var latitude: Double
    /// East is positive, −180 … 180.
    public var longitude: Double

    /// A place on the globe.
    public init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// A relation between actors.
  public struct Relation: Sendable {
    /// What the legend calls it.
    public var name: String
    /// Whether its ties have arrowheads.
    public var isDirected: Bool

    /// A relation of the legend.
    public init(name: String, isDirected: Bool) {
      self.name = name
      self.isDirected = isDirected
    }
  }

  /// A day, for the dates inside a PDF: the data's, never the clock's.
  public struct Date: Sendable, Equatable {
    /// 1 … 9999.
    public var year: Int
    /// 1 … 12.
    public var month: Int
    /// 1 … 31.
    public var day: Int

    /// A day of the calendar.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Heading of the map.
  public var title: String
  /// Per actor its name.
  public var labels: [String]
  /// What the ties mean.
  public var relations: [Relation]
  /// The ties.
  public var ties: Ties
  /// What colours show.
  public var color: Division?
  /// What shapes show.
  public var shape: Division?
  /// The clusters that outlines and the level `clusters` show.
  public var groups: Division?
  /// What areas show.
  public var size: Scores?
  /// Actors with a ring around them.
  public var halos: Marks?
  /// Ties that are drawn in a colour of their own.
  public var tieMarks: Marks?
  /// The nesting of actors; the engine `dot` then puts them on ranks.
  public var ranks: Ranks?
  /// What the legend calls the nodes; nil for actors.
  public var nodesTitle: String?
  /// Background of the engine `geo`.
  public var outline: [Outline] = []
  /// Per actor its place, or empty; the engine `geo` needs it.
  public var places: [Place?]
  /// Lines for the foot of the legend, as "Wave: 2021", "Seed: 1", "Response rate: 91 %".
  public var facts: [String]
  /// The date of the data.
  public var date: Date
  /// Whether nodes are groups of actors: names and areas then say what colours do, and widths count ties.
  var isQuotient = false

  /// A map without colours, sizes or groups.
  public init(title: String, labels: [String], relations: [Relation], ties: Ties) {
    self.title = title
    self.labels = labels
    self.relations = relations
    self.ties = ties
    self.places = []
    self.facts = []
    self.date = Date(year: 2000, month: 1, day: 1)
  }
}
