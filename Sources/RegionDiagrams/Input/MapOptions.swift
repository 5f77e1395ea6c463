/// How a map is drawn.
public struct MapOptions: Sendable {
  /// Who finds the positions.
  public enum Engine: String, Sendable, CaseIterable {
    /// By size: neato up to 700 actors, sfdp up to 5 000.
    case automatic
    /// Ranks, for hierarchies; slow above 150 actors.
    case dot
    /// Stress majorisation (Gansner, Koren & North 2005, doi:10.1007/978-3-540-31843-9_25).
    case neato
    /// Springs, with real room between groups.
    case fdp
    /// Multilevel springs (Hu 2006), for large networks.
    case sfdp
    /// Circles.
    case circo
    /// Rings around the actor with the largest size value.
    case twopi
    /// Where the actors are.
    case geo
  }

  /// What a node of the map is.
  public enum Level: String, Sendable, CaseIterable {
    /// Actors up to 700, else clusters.
    case automatic
    /// Every actor.
    case actors
    /// One node per group.
    case clusters
  }

  /// Whether groups are shown as areas behind their members.
  public enum Groups: String, Sendable, CaseIterable {
    /// Colours alone.
    case none
    /// A labelled outline around each.
    case outlined
  }

  /// Who gets a name on the map.
  public enum Names: Sendable, Equatable {
    /// As many as fit; everybody else gets a number and a line in the key.
    case automatic
    /// The first so many by the size measure; everybody else gets a number and a line in the key.
    case top(Int)
    /// The first so many by the size measure, and nobody else.
    case only(Int)

    /// Whether those without a name get a number.
    var numbersOthers: Bool {
      if case .only = self { false } else { true }
    }
  }

  /// Which end of a tie the engine `dot` puts on top.
  public enum TopEnd: Sendable {
    /// The end where ties gather: who is reported to, who is asked by many.
    case automatic
    /// The source: what something grew out of.
    case source
  }

  /// How ties between nodes far apart look.
  public enum FarTies: String, Sendable, CaseIterable {
    /// Paler than the others where there are many, so that neighbourhoods can be seen.
    case faint
    /// Like the others.
    case full
  }

  /// Colours of the page.
  public enum Theme: String, Sendable, CaseIterable {
    /// White paper, colours.
    case light
    /// For dark screens.
    case dark
    /// White paper, stronger lines.
    case print
  }

  /// The language of the legend's own words.
  public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english = "en"
    /// Norwegian (bokmål).
    case norwegian = "nb"
  }

  /// Who finds the positions.
  public var engine = Engine.automatic
  /// What a node is.
  public var level = Level.automatic
  /// Outlines around groups.
  public var groups = Groups.none
  /// Who is named.
  public var names = Names.automatic
  /// Which end of a tie is on top where there are ranks.
  public var topEnd = TopEnd.automatic
  /// Ties between nodes far apart.
  public var farTies = FarTies.faint
  /// Colours of the page.
  public var theme = Theme.light
  /// The language of the legend.
  public var language = Language.english
  /// The seed of the engine's starting positions; the same seed gives the same bytes.
  public var seed: UInt64 = 1

  /// The defaults.
  public init() {}
}

/// What a drawing is written as.
public enum DrawingFormat: String, Sendable, CaseIterable {
  /// Scalable, text stays text, with a title and a description.
  case svg
  /// Scalable, one page of the size of the map.
  case pdf
  /// Pixels, at most 8 000 on a side.
  case png
  /// The network in Graphviz's language, with the positions found.
  case dot
}
