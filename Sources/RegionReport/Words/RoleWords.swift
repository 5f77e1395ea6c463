import NetworkMetrics

/// What a role of brokerage is called, and what somebody in it does.
struct RoleWords {
  let name: (english: String, norwegian: String)
  let meaning: (english: String, norwegian: String)

  init(_ role: BrokerRole) {
    switch role {
    case .coordinator:
      name = ("coordinator", "koordinator")
      meaning = ("between members of its own cluster", "mellom medlemmer av sin egen klynge")
    case .itinerant:
      name = ("itinerant broker", "omreisende megler")
      meaning = ("between members of one other cluster", "mellom medlemmer av én annen klynge")
    case .representative:
      name = ("representative", "representant")
      meaning = ("from its own cluster to another", "fra sin egen klynge til en annen")
    case .gatekeeper:
      name = ("gatekeeper", "portvokter")
      meaning = ("from another cluster to its own", "fra en annen klynge til sin egen")
    case .liaison:
      name = ("liaison", "bindeledd")
      meaning = (
        "between two clusters that are not its own", "mellom to klynger som ikke er dens egne"
      )
    case .brokerage:
      name = ("brokerage in all", "megling i alt")
      meaning = ("in any role", "i alle roller")
    }
  }
}
