import ArgumentParser
import RegionGenerators

/// How large a synthetic learning region is.
struct LearningRegionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Organisations and people together.", valueName: "n"))
  var actors: Int?
  @Option(help: ArgumentHelp("Enterprises (default: what is left of the actors).", valueName: "n"))
  var workplaces: Int?
  @Option(help: ArgumentHelp("Employees of all enterprises together.", valueName: "n"))
  var employees: Int?
  @Option(
    help: ArgumentHelp("People who are named one by one, in workplaces of eight.", valueName: "n")
  )
  var people: Int?
  @Option(help: ArgumentHelp("Municipalities along the coast.", valueName: "n"))
  var municipalities: Int?

  /// A recipe with the command that stands for it.
  struct Named {
    var recipe: RegionRecipe
    let command: String
  }

  private var given: [(name: String, value: Int)] {
    [
      ("actors", actors), ("workplaces", workplaces), ("employees", employees), ("people", people),
      ("municipalities", municipalities),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// The recipe asked for; `nil` where a graph is.
  func named(_ kind: String, _ preset: String?, _ shape: ShapeOptions) throws -> Named? {
    if let known = RegionPreset(rawValue: kind)
      ?? (kind == "region" ? preset.flatMap(RegionPreset.init) : nil)
    {
      guard preset == nil || preset == known.rawValue else {
        throw ProgramError(.usage, "\(kind) and --preset say different things")
      }
      if let option = given.first {
        throw ProgramError(
          .usage,
          "--\(option.name) says nothing about \(known.rawValue)",
          hint: "its sizes are published ones; --actors without a preset has sizes of your own"
        )
      }
      try shape.refuse(besides: [], for: known.rawValue)
      return Named(
        recipe: known.recipe,
        command: "samspill generate region --preset \(known.rawValue)"
      )
    }
    guard let first = given.first else { return nil }
    guard kind == "region", preset == nil else {
      throw ProgramError(.usage, "--\(first.name) says nothing about \(preset ?? kind)")
    }
    try shape.refuse(besides: ["ties"], for: "a learning region")
    return Named(recipe: try recipe(ties: shape.ties), command: command(ties: shape.ties))
  }

  private func command(ties: Int?) -> String {
    let options = given + (ties.map { [("ties", $0)] } ?? [])
    return "samspill generate region"
      + options.map { " --\($0.name) \($0.value)" }.joined()
  }

  private func recipe(ties: Int?) throws -> RegionRecipe {
    do throws(GeneratorError) {
      var recipe = try RegionRecipe(actors: actors ?? 200)
      if let people {
        recipe.peopled.workplaces = people / recipe.peopled.people
        if workplaces == nil { recipe.workplaces = max(0, (actors ?? 200) - recipe.others) }
      }
      if let municipalities { recipe.municipalities = municipalities }
      if let workplaces { recipe.workplaces = workplaces }
      recipe.owners = recipe.workplaces / 3
      recipe.employees = employees ?? 40 * recipe.workplaces
      recipe.ties = ties
      return recipe
    } catch {
      throw ProgramError(.usage, error.description)
    }
  }
}
