import GraphCore
import LearningRegion
import RegionAnalysis
import RegionDiagrams
import RegionIndicators

extension RegionMap {
  /// What goes from which group to which: the flows of the region, or its ties where it has none.
  func flows(_ look: Look, groups: MapInput.Division, _ title: String?) throws -> FlowDiagram {
    let filling = filling(look)
    let input = try filling.input(title: title, facts: [])
    let words = MapOptions.Language.norwegian == look.drawing.language
    let rest = groups.categories.contains { $0 < 0 }
    let names = groups.names + (rest ? [words ? "ikke oppgitt" : "not given"] : [])
    func group(_ node: Int) -> Int {
      groups.categories[node] < 0 ? groups.names.count : Int(groups.categories[node])
    }
    var amounts = [[Double]](
      repeating: [Double](repeating: 0, count: names.count),
      count: names.count
    )
    let ledger = FlowLedger(region)
    let node = graph.nodeOfActor(actorCount: region.actors.count)
    let flows = ledger.flows.filter { node[$0.source] >= 0 && node[$0.target] >= 0 }
    var facts = input.facts
    let unit: String
    if flows.isEmpty {
      unit = words ? "bånd" : "ties"
      for tie in input.ties.sources.indices {
        let (from, to) = (Int(input.ties.sources[tie]), Int(input.ties.targets[tie]))
        amounts[group(from)][group(to)] += 1
        if !input.relations[Int(input.ties.relations[tie])].isDirected {
          amounts[group(to)][group(from)] += 1
        }
      }
      facts.insert(input.relations.map(\.name).joined(separator: ", "), at: 0)
    } else {
      unit = ledger.unit.text
      for from in names.indices {
        for to in names.indices {
          let part = flows.filter {
            group(Int(node[$0.source])) == from && group(Int(node[$0.target])) == to
          }
          amounts[from][to] = ledger.total(part)
        }
      }
      facts.removeAll { fact in
        [look.texts.wave, look.texts.wavesUnited, look.texts.responseRate].contains {
          fact.hasPrefix("\($0):")
        }
      }
    }
    return FlowDiagram(
      title: input.title,
      names: names,
      amounts: amounts,
      unit: unit,
      facts: facts,
      date: input.date
    )
  }

  /// The groups of a diagram of flows: what `--color-by` says, else spheres.
  func flowGroups(_ look: Look, _ session: Session) throws -> MapInput.Division {
    let filling = filling(look)
    guard let colouring = look.chosenColouring else {
      var spheres = try filling.division(by: "sphere")
      spheres.names = spheres.names.map(filling.texts.sphere)
      return spheres
    }
    return try division(by: colouring, filling, look, session).division
  }
}
