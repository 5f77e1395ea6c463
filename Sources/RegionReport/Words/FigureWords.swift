import RegionAnalysis

/// What figures are called in headings: short, in both languages.
enum FigureWords {
  /// The heading of a measure or column; the name itself, in words, for one that is not known here.
  static func heading(_ name: String, _ say: ReportLanguage) -> String {
    if let pair = headings[name] { return say(pair) }
    if name.hasSuffix("_rank_low"), let pair = headings[String(name.dropLast(9))] {
      return say("\(pair.english): rank from", "\(pair.norwegian): plass fra")
    }
    if name.hasSuffix("_rank_high"), let pair = headings[String(name.dropLast(10))] {
      return say("\(pair.english): rank to", "\(pair.norwegian): plass til")
    }
    if name.hasSuffix("_expected"), let pair = headings[String(name.dropLast(9))] {
      return say("\(pair.english) expected", "\(pair.norwegian) forventet")
    }
    if name.hasSuffix("_z"), let pair = headings[String(name.dropLast(2))] {
      return "\(say(pair)) z"
    }
    return name.replacing("_", with: " ").asHeading
  }

  private static let headings: [String: (english: String, norwegian: String)] = [
    "leiden": ("Clusters", "Klynger"), "id": ("Id", "Id"), "label": ("Actor", "Aktør"),
    "name": ("Name", "Navn"),
    "type": ("Type", "Type"), "sphere": ("Sphere", "Sfære"), "cluster": ("Cluster", "Klynge"),
    "group": ("Cluster", "Klynge"), "neighbour": ("Neighbour", "Nabo"),
    "degree": ("Ties", "Bånd"), "in_degree": ("Named by", "Nevnt av"),
    "out_degree": ("Names", "Nevner"), "betweenness": ("Betweenness", "Mellomposisjon"),
    "closeness": ("Closeness", "Nærhet"), "constraint": ("Constraint", "Bundethet"),
    "effective_size": ("Effective size", "Effektiv størrelse"),
    "clustering": ("Clustering", "Klyngetetthet"), "core_number": ("Core", "Kjerne"),
    "articulation": ("Holds parts together", "Holder deler sammen"),
    "coordinator": ("Coordinator", "Koordinator"),
    "itinerant": ("Itinerant broker", "Omreisende megler"),
    "representative": ("Representative", "Representant"),
    "gatekeeper": ("Gatekeeper", "Portvokter"), "liaison": ("Liaison", "Bindeledd"),
    "brokerage": ("All roles", "Alle roller"),
    "fragmentation": ("Fragmentation", "Oppsplitting"), "reach": ("Reach", "Rekkevidde"),
    "nodes": ("Actors", "Aktører"), "ties": ("Ties", "Bånd"), "density": ("Density", "Tetthet"),
    "mean_degree": ("Mean ties per actor", "Bånd per aktør i snitt"),
    "reciprocity": ("Reciprocity", "Gjensidighet"),
    "transitivity": ("Transitivity", "Transitivitet"),
    "components": ("Separate parts", "Atskilte deler"),
    "largest_component": ("Largest part", "Største del"),
    "isolates": ("Without ties", "Uten bånd"),
    "mean_distance": ("Mean distance", "Gjennomsnittlig avstand"),
    "diameter": ("Diameter", "Diameter"),
    "centralization_betweenness": ("Centralization", "Sentralisering"),
    "centralization_degree": ("Centralization of degree", "Sentralisering av bånd"),
    "flow_hierarchy": ("Flow hierarchy", "Strømhierarki"),
    "krackhardt_connectedness": ("Krackhardt's connectedness", "Sammenheng (Krackhardt)"),
    "krackhardt_efficiency": ("Krackhardt's efficiency", "Sparsomhet (Krackhardt)"),
    "krackhardt_hierarchy": ("Krackhardt's hierarchy", "Hierarki (Krackhardt)"),
    "krackhardt_lub": ("Krackhardt's least upper bounds", "Felles overordnet (Krackhardt)"),
    "articulation_points": ("Actors that hold parts together", "Aktører som holder deler sammen"),
    "bridges": ("Ties without a way round", "Bånd som ikke kan omgås"),
    "size": ("Actors", "Aktører"), "internal_ties": ("Ties inside", "Bånd innenfor"),
    "cut": ("Ties outwards", "Bånd utad"), "conductance": ("Conductance", "Konduktans"),
    "ei_index": ("E-I index", "E-I-indeks"),
    "largest_distance": ("Largest distance", "Største avstand"),
    "neighbours": ("Tied to clusters", "Bundet til klynger"),
    "bridge_actors": ("Bridge actors", "Broaktører"), "actors": ("Who", "Hvem"),
    "boundary_strength": ("Share of ties outwards", "Andel bånd utad"),
    "source": ("From", "Fra"), "target": ("To", "Til"), "relation": ("Relation", "Relasjon"),
    "weight": ("Weight", "Vekt"), "wave": ("Wave", "Runde"),
    "asked": ("Asked", "Spurt"), "answered": ("Answered", "Svarte"),
    "response_rate": ("Response rate", "Svarandel"), "direction": ("Direction", "Retning"),
    "loops": ("Loops left out", "Sløyfer utelatt"),
    "parallels": ("Parallel ties added up", "Parallelle bånd slått sammen"),
    "mutual": ("Pairs tied both ways", "Par med bånd begge veier"),
    "value": ("Value", "Verdi"), "measure": ("Figure", "Tall"), "date": ("Date", "Dato"),
  ]
}

extension String {
  /// The words with a capital in front.
  var asHeading: String { prefix(1).uppercased() + dropFirst() }
}
