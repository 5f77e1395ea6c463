/// One line of the map: everything a relation has between two nodes.
struct DrawnTie {
  /// Where arrowheads stand.
  enum Heads {
    case none, forward, both
  }

  var tail: Int
  var head: Int
  var relation: Int
  var weight: Double
  var heads: Heads
  /// Whether it, or a tie it was made of, stands out.
  var isMarked = false
  /// Which of the lines between its two nodes it is, and how many there are.
  var lane = 0
  var lanes = 1

  /// The ties of the input, per pair and relation one line; loops are left out.
  ///
  /// A directed pair with ties both ways becomes one line with two arrowheads whose weight is the
  /// mean of the two. Sorted by pair, then relation: the order does not depend on that of the input.
  static func merged(_ input: MapInput) -> [DrawnTie] {
    let ties = input.ties
    let marks = input.tieMarks?.isMarked
    let order = ties.sources.indices
      .filter { ties.sources[$0] != ties.targets[$0] }
      .sorted { key($0, ties) < key($1, ties) }
    var result: [DrawnTie] = []
    var backward = 0.0
    for index in order {
      let source = Int(ties.sources[index])
      let target = Int(ties.targets[index])
      let relation = Int(ties.relations[index])
      let (low, high) = (min(source, target), max(source, target))
      let isDirected = input.relations[relation].isDirected
      if let last = result.last, min(last.tail, last.head) == low,
        max(last.tail, last.head) == high,
        last.relation == relation
      {
        if isDirected, last.heads == .forward, last.tail != source {
          result[result.count - 1].heads = .both
          backward = ties.weights[index]
          result[result.count - 1].weight = (last.weight + backward) / 2
        } else if last.heads == .both {
          result[result.count - 1].weight += ties.weights[index] / 2
        } else {
          result[result.count - 1].weight += ties.weights[index]
        }
        if marks?[index] == true { result[result.count - 1].isMarked = true }
      } else {
        result.append(
          DrawnTie(
            tail: isDirected ? source : low,
            head: isDirected ? target : high,
            relation: relation,
            weight: ties.weights[index],
            heads: isDirected ? .forward : .none,
            isMarked: marks?[index] ?? false
          )
        )
      }
    }
    number(&result)
    return result
  }

  /// Pair, relation, direction: forward ties of a pair come before backward ones.
  private static func key(_ tie: Int, _ ties: MapInput.Ties) -> (Int32, Int32, Int32, Int32) {
    let source = ties.sources[tie]
    let target = ties.targets[tie]
    return (min(source, target), max(source, target), ties.relations[tie], source)
  }

  /// Gives the lines between the same two nodes lanes of their own.
  private static func number(_ ties: inout [DrawnTie]) {
    var start = 0
    while start < ties.count {
      let pair = (min(ties[start].tail, ties[start].head), max(ties[start].tail, ties[start].head))
      var end = start
      while end < ties.count,
        (min(ties[end].tail, ties[end].head), max(ties[end].tail, ties[end].head)) == pair
      { end += 1 }
      for index in start..<end {
        ties[index].lane = index - start
        ties[index].lanes = end - start
      }
      start = end
    }
  }
}
