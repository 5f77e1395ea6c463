extension MapInput {
  /// Throws ``DrawingError/unusableInput(_:)`` where arrays do not fit together.
  func check() throws(DrawingError) {
    let count = labels.count
    guard count > 0 else { throw .noActors }
    try checkTies(actors: count)
    for division in [color, shape, groups] {
      guard let division else { continue }
      guard division.categories.count == count else {
        throw .unusableInput("\(division.title) is not given for every actor")
      }
      guard division.categories.allSatisfy({ $0 >= -1 && Int($0) < division.names.count }) else {
        throw .unusableInput("\(division.title) has a category without a name")
      }
    }
    if let size {
      guard size.values.count == count else {
        throw .unusableInput("\(size.title) is not given for every actor")
      }
      guard size.values.allSatisfy({ $0?.isFinite ?? true }) else {
        throw .unusableInput("\(size.title) has a value that is not a finite number")
      }
    }
    guard places.isEmpty || places.count == count else {
      throw .unusableInput("places are not given for every actor")
    }
    for place in places {
      guard let place else { continue }
      guard (-90...90).contains(place.latitude), (-180...180).contains(place.longitude) else {
        throw .unusableInput("a place lies outside −90…90 degrees north, −180…180 degrees east")
      }
    }
    try checkMarks()
    guard (1...9999).contains(date.year), (1...12).contains(date.month), (1...31).contains(date.day)
    else { throw .unusableInput("the date of the data is not a date") }
  }

  private func checkTies(actors: Int) throws(DrawingError) {
    let count = ties.sources.count
    guard ties.targets.count == count, ties.weights.count == count, ties.relations.count == count
    else { throw .unusableInput("the columns of the ties differ in length") }
    for tie in 0..<count {
      guard (0..<actors).contains(Int(ties.sources[tie])),
        (0..<actors).contains(Int(ties.targets[tie]))
      else { throw .unusableInput("tie \(tie) has an end that is no actor") }
      guard relations.indices.contains(Int(ties.relations[tie])) else {
        throw .unusableInput("tie \(tie) has a relation without a name")
      }
      guard ties.weights[tie].isFinite, ties.weights[tie] >= 0 else {
        throw .unusableInput("tie \(tie) has a weight that is negative or not a finite number")
      }
    }
  }
}
