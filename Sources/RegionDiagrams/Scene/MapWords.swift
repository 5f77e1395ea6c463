/// The legend's own words in one language.
struct MapWords {
  var actors: String
  var ties: String
  var mutual: String
  var oneWay: String
  var strength: String
  var tieCount: String
  var allTies: String
  var isolatedGroups: String
  var shape: String
  var size: String
  var noValue: String
  var otherValues: String
  var noGroup: String
  var neighbours: String
  var isolates: String
  var key: String
  var farTies: String
  var farAway: String
  var unranked: String
  var placeless: String
  var newTies: String
  var tiesWithoutPlace: String
  var new: String
  var nobodyTied: String
  var gives: String
  var receives: String
  var rows: String
  var columns: String
  var decimalComma: Bool

  init(_ language: MapOptions.Language) {
    switch language {
    case .english:
      (actors, ties, mutual, oneWay) = ("Actors", "Ties", "both ways", "one way")
      (strength, shape, size) = ("width: weight", "Shape", "Area")
      (noValue, otherValues, noGroup) = ("not given", "other", "no cluster")
      (isolates, key, decimalComma) = ("Without ties", "Numbers on the map", false)
      (tieCount, neighbours) = ("width: ties", "neighbours")
      (allTies, isolatedGroups) = ("Of all relations", "Tied to no other")
      (farTies, unranked) = ("paler: far apart on the map", "Part of nothing")
      farAway = "Farther away, at the edge"
      (placeless, newTies) = ("Without a place", "New since the wave before")
      (nobodyTied, gives, receives) = ("Without ties in any wave", "Gives", "Receives")
      (rows, columns) = ("Rows: from", "Columns: to")
      (tiesWithoutPlace, new) = ("Ties not drawn, an end without a place", "new")
    case .norwegian:
      (actors, ties, mutual, oneWay) = ("Aktører", "Bånd", "begge veier", "én vei")
      (strength, shape, size) = ("bredde: vekt", "Form", "Areal")
      (noValue, otherValues, noGroup) = ("ikke oppgitt", "andre", "uten klynge")
      (isolates, key, decimalComma) = ("Uten bånd", "Tall på kartet", true)
      (tieCount, neighbours) = ("bredde: bånd", "naboer")
      (allTies, isolatedGroups) = ("Av alle relasjoner", "Uten bånd til andre")
      (farTies, unranked) = ("blekere: langt fra hverandre på kartet", "Del av ingenting")
      farAway = "Lenger unna, ved kanten"
      (placeless, newTies) = ("Uten sted", "Nye siden forrige runde")
      (nobodyTied, gives, receives) = ("Uten bånd i noen runde", "Gir", "Mottar")
      (rows, columns) = ("Rader: fra", "Kolonner: til")
      (tiesWithoutPlace, new) = ("Bånd ikke tegnet, en ende uten sted", "nye")
    }
  }

  /// What the legend calls those without a category.
  func name(of absence: MapInput.Division.Absence) -> String {
    switch absence {
    case .notGiven: noValue
    case .noCluster: noGroup
    case .neighbour: neighbours
    }
  }

  /// A value with at most three digits that matter.
  func number(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var step = 1.0
    let size = abs(value)
    while size / step >= 1000, step < 1e15 { step *= 10 }
    while size / step < 100, step > 1e-9 { step /= 10 }
    let isWhole = step >= 1
    let rounded = (value / step).rounded() * step
    if isWhole, size < 1e15 { return String(Int(size >= 1000 ? value.rounded() : rounded)) }
    var text = String((rounded * 1e9).rounded() / 1e9)
    if text.hasSuffix(".0") { text.removeLast(2) }
    return decimalComma ? text.split(separator: ".").joined(separator: ",") : text
  }
}
