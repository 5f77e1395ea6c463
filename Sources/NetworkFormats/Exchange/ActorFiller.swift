import LearningRegion

/// Makes the actors of a region from the nodes of a file.
struct ActorFiller {
  private let assembly: RegionAssembly

  init(_ assembly: RegionAssembly) { self.assembly = assembly }

  func fill() -> ActorTable {
    let sorter = ColumnSorter(
      assembly: assembly,
      schema: .actors,
      meaning: ColumnMeaning.ofActors,
      rowCount: assembly.nodeCount
    )
    let (known, others) = sorter.sort(assembly.nodeColumns.columns)
    let reading = assembly.reading
    reading.builder.report.rowCounts.append((assembly.source.name, assembly.tieCount))
    if known.isEmpty {
      var actors = ActorTable(ids: assembly.ids)
      actors.attributes = others
      return actors
    }
    var actors = ActorTable()
    func text(_ name: String) -> LazyColumn<String> {
      known[name]?.dense(rowCount: assembly.nodeCount) ?? LazyColumn()
    }
    let (labels, types, spheres) = (text("label"), text("type"), text("sphere"))
    let (parents, levels, insides) = (text("parent"), text("level"), text("inside"))
    let (employees, rdStaff) = (text("employees"), text("rd_staff"))
    let (shares, lats, lons) = (text("higher_education_share"), text("lat"), text("lon"))
    let (languages, needs, offers) = (text("language"), text("needs"), text("offers"))
    let (practices, waves) = (text("practices"), text("waves"))
    for row in 0..<assembly.nodeCount {
      var actor = Actor(id: assembly.ids[row])
      actor.label = labels[row]
      actor.type = types[row]
      actor.sphere = spheres[row].flatMap(CellValue.sphere)?.rawValue
      actor.parent = parents[row]
      actor.level = levels[row]
      actor.inside = insides[row].flatMap(CellValue.flag)
      actor.employees = employees[row].flatMap(CellValue.number)
      actor.rdStaff = rdStaff[row].flatMap(CellValue.number)
      actor.higherEducationShare = shares[row].flatMap(CellValue.number)
      actor.latitude = lats[row].flatMap(CellValue.number)
      actor.longitude = lons[row].flatMap(CellValue.number)
      actor.language = languages[row]
      actor.needs = needs[row].map(ListCell.split) ?? []
      actor.offers = offers[row].map(ListCell.split) ?? []
      actor.practices = practices[row].map(ListCell.split) ?? []
      actor.waves = waves[row].map(ListCell.split) ?? []
      actor.waves.forEach(reading.mentionWave)
      actors.append(actor)
    }
    actors.attributes = others
    return actors
  }
}
