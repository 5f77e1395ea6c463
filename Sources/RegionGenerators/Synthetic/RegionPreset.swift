/// Synthetic regions at the sizes of regional networks that the literature describes: the sizes are published, everything else is invented.
///
/// Sizes: B. Gustavsen, *Learning organisation and the process of regionalisation*, in: Learning together for local innovation (2007);
/// #Læringslivet: Amble and Johansen. The data sets `reference-sizes` and `reference-funnels` hold the same figures.
public enum RegionPreset: String, Sendable, CaseIterable {
  case nordvestForum = "nordvest-forum"
  case sunnhordland
  case grenland
  case finland
  case laeringslivet
  case arendal
  case typical

  /// Which published figures it has, in a few words.
  public var summary: String {
    switch self {
    case .nordvestForum: "50 owners and 100 users, 10 000 employees"
    case .sunnhordland: "20 enterprises, 5 000 employees, 10 similar initiatives"
    case .grenland: "100 000 inhabitants"
    case .finland: "10 network projects, 200 organisations"
    case .laeringslivet: "4 workplaces, 80 started, 63, 36 and 15 came further, 18 innovations"
    case .arendal: "4 departments of a municipality"
    case .typical: "5 500 people directly involved in a community of 25 000"
    }
  }

  /// The recipe.
  public var recipe: RegionRecipe {
    var recipe: RegionRecipe
    do throws(GeneratorError) {
      recipe = try RegionRecipe(actors: 200)
    } catch {
      preconditionFailure("the usual recipe is possible: \(error)")
    }
    recipe.name = rawValue
    switch self {
    case .nordvestForum:
      recipe.workplaces = 150
      recipe.owners = 50
      recipe.employees = 10_000
      recipe.peopled = (6, 8)
      recipe.municipalities = 9
      recipe.inhabitants = 90_000
      recipe.funnel = Self.funnel(of: 150)
    case .sunnhordland:
      recipe.workplaces = 20
      recipe.owners = 20
      recipe.employees = 5_000
      recipe.peopled = (4, 8)
      recipe.municipalities = 4
      recipe.inhabitants = 50_000
      recipe.similarNetworks = 10
      recipe.outside = 4
      recipe.funnel = Self.funnel(of: 20)
    case .grenland:
      recipe.workplaces = 120
      recipe.owners = 30
      recipe.employees = 9_000
      recipe.peopled = (6, 8)
      recipe.municipalities = 5
      recipe.inhabitants = 100_000
      recipe.funnel = Self.funnel(of: 120)
    case .finland:
      recipe.workplaces = 180
      recipe.owners = 0
      recipe.employees = 14_000
      recipe.peopled = (6, 8)
      recipe.municipalities = 12
      recipe.inhabitants = 300_000
      recipe.projects = 10
      recipe.schools = 4
      recipe.consultants = 3
      recipe.voluntary = 2
      recipe.unions = 4
      recipe.agencies = 2
      recipe.funnel = Self.funnel(of: 180)
    case .laeringslivet:
      recipe.workplaces = 4
      recipe.owners = 4
      recipe.employees = 800
      recipe.peopled = (4, 20)
      recipe.municipalities = 3
      recipe.inhabitants = 40_000
      recipe.innovations = 18
      recipe.funnel = [
        ("started", 80), ("passed the requirements", 63), ("passed the bachelor exam", 36),
        ("took the master exam", 15),
      ]
    case .arendal:
      recipe.workplaces = 4
      recipe.workplaceLabel = "Municipal department"
      recipe.owners = 4
      recipe.employees = 400
      recipe.peopled = (4, 12)
      recipe.municipalities = 2
      recipe.inhabitants = 40_000
      recipe.funnel = Self.funnel(of: 4)
    case .typical:
      recipe.workplaces = 90
      recipe.owners = 30
      recipe.employees = 5_500
      recipe.peopled = (5, 8)
      recipe.municipalities = 5
      recipe.inhabitants = 25_000
      recipe.funnel = Self.funnel(of: 90)
    }
    return recipe
  }

  private static func funnel(of workplaces: Int) -> [(stage: String, count: Int)] {
    [
      ("invited", workplaces), ("started", workplaces * 2 / 3),
      ("took part to the end", workplaces / 2), ("changed something", workplaces / 4),
    ]
  }
}
