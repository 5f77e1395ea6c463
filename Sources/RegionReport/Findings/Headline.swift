/// One finding: a sentence with its number, and where the number is explained.
struct Headline {
  /// What it is about.
  enum Subject: String {
    case size, broker, role, departure, clusters, bridges, dependence, reciprocity
  }

  let subject: Subject
  /// The figure that stands out, as text; empty where the sentence says it all.
  let figure: String
  let sentence: Phrase
  /// The entry of the glossary that explains the figure.
  let entry: String
}
