import LearningRegion

/// Guesses from the words of a question what relation it asks about, and who its columns stand for.
enum QuestionGuess {
  private static let words: [(RelationKind, [String])] = [
    (.trust, ["trust", "rely on", "tillit", "stole på", "stoler"]),
    (.advice, ["advice", "advise", "råd ", "rådfør", "spør dere", "spør du"]),
    (.knowledge, ["knowledge", "learn", "kunnskap", "lære", "lærer", "kompetanse"]),
    (
      .collaboration,
      ["collaborat", "cooperat", "work with", "worked with", "samarbeid", "jobber med"]
    ),
    (.friendship, ["friend", "venn", "vener"]),
    (.formal, ["report to", "contract", "rapporterer", "kontrakt", "avtale med"]),
  ]

  /// What the question asks about, `other` where its words do not tell.
  static func kind(_ question: String) -> RelationKind {
    let text = NormalForm.text(question.lowercased()) + " "
    return words.first { $0.1.contains { text.contains($0) } }?.0 ?? .other
  }

  /// A name for the relation that none in `taken` has: its kind, else the beginning of its heading.
  static func name(_ kind: RelationKind, heading: String, taken: inout Set<String>) -> String {
    // Groups stand before a question with a slash between.
    let base = kind == .other ? slug(FileName.last(heading)) : kind.rawValue
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  /// Letters and digits of the first words, in lower case.
  static func slug(_ text: String) -> String {
    let scalars = NormalForm.text(text.lowercased()).unicodeScalars
    let words = scalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    let joined = words.prefix(4).map { String($0) }.joined(separator: "_")
    return joined.isEmpty ? "relation" : String(joined.prefix(40))
  }

  /// What the wordings of sister columns have in common, and the rest of each: the question and the alters.
  ///
  /// They are cut where a hyphen, a colon or a bracket stands last in the common beginning; nil where there is none.
  static func split(_ wordings: [String]) -> (question: String, alters: [String])? {
    guard var common = wordings.first, wordings.count > 1 else { return nil }
    for wording in wordings.dropFirst() {
      common = String(zip(common, wording).prefix { $0 == $1 }.map(\.0))
    }
    guard let cut = boundary(common) else { return nil }
    let alters = wordings.map { wording in
      var rest = CSVSheetReader.trimmed(String(wording.dropFirst(cut.end)))
      if cut.closing == "]", rest.hasSuffix("]") { rest.removeLast() }
      return rest
    }
    guard !alters.contains(where: \.isEmpty), Set(alters).count == alters.count else { return nil }
    return (CSVSheetReader.trimmed(String(common.prefix(cut.start))), alters)
  }

  /// Where the question ends and where the alter begins, in characters.
  private static func boundary(_ common: String) -> (start: Int, end: Int, closing: Character?)? {
    let letters = Array(common)
    for place in letters.indices.reversed() {
      if letters[place] == "[" { return (place, place + 1, "]") }
      let isSpaced = place > 0 && place + 1 < letters.count && letters[place + 1] == " "
      if isSpaced, letters[place] == ":" { return (place, place + 2, nil) }
      if isSpaced, letters[place - 1] == " ", letters[place] == "-" || letters[place] == "–" {
        return (place - 1, place + 2, nil)
      }
    }
    return nil
  }
}
