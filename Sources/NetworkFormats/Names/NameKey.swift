/// What is left of a name when everything is taken away in which two spellings of it usually differ.
///
/// Case, marks on letters, punctuation, spaces and the form of a company at either end (AS, A/S, ASA,
/// SA, …) do not count; å is aa, ø and ö are oe, æ and ä are ae; `&`, `and` and `og` are one word. So
/// `Sjøbris AS`, `SJØBRIS A/S` and `sjoebris` have one key. Digits and pictures count as they are.
struct NameKey: Hashable {
  /// The words that count.
  let words: [String]
  /// The words run together; empty for a name without any letter.
  var joined: String { words.joined() }
  /// The words in the order of the alphabet, run together: `Nordmann, Kari` is `Kari Nordmann`.
  var sorted: String { words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined() }

  init(_ name: String) {
    words = Self.withoutForm(Self.words(of: name))
  }

  /// Forms of a company as they stand at the end of a name, or at its beginning.
  private static let forms: Set<String> = [
    "as", "asa", "sa", "ans", "da", "hf", "ba", "kf", "iks", "enk", "nuf",
  ]

  private static func withoutForm(_ words: [String]) -> [String] {
    var words = words[...]
    while words.count > 1, let last = words.last {
      if forms.contains(last) {
        words.removeLast()
      } else if words.count > 2, last == "s" || last == "l", words[words.endIndex - 2] == "a" {
        // `A/S` and `A/L` fall into two words.
        words.removeLast(2)
      } else {
        break
      }
    }
    if words.count > 1, words.first == "as" {
      words.removeFirst()
    } else if words.count > 2, words.first == "a", words[words.startIndex + 1] == "s" {
      words.removeFirst(2)
    }
    return Array(words)
  }

  /// The folded words of a text.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      guard !word.isEmpty else { return }
      let folded = withoutDigraphs(String(word))
      words.append(folded == "and" ? "og" : folded)
      word = String.UnicodeScalarView()
    }
    for scalar in NormalForm.text(text.lowercased()).unicodeScalars {
      switch scalar {
      case "'", "\u{2019}", "\u{b4}", "`": continue
      case "&", "+":
        close()
        words.append("og")
      default:
        if let letters = folded(scalar) {
          word.append(letters.first)
          if let second = letters.second { word.append(second) }
        } else if !isMark(scalar) {
          close()
        }
      }
    }
    close()
    return words
  }

  /// A letter, digit or picture as it counts, as one letter or two; nil for everything between words.
  private static func folded(
    _ scalar: Unicode.Scalar
  ) -> (first: Unicode.Scalar, second: Unicode.Scalar?)? {
    switch scalar {
    case "a"..."z", "0"..."9", "å", "æ", "ø": return (scalar, nil)
    case "ä": return ("æ", nil)
    case "ö": return ("ø", nil)
    case "đ", "ð": return ("d", nil)
    case "ŋ": return ("n", nil)
    case "ς": return ("σ", nil)
    case "ŧ": return ("t", nil)
    case "ł": return ("l", nil)
    case "ß": return ("s", "s")
    case "þ": return ("t", "h")
    default: break
    }
    guard scalar.value > 0x7f else { return nil }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .otherSymbol:
      return (NormalForm.base(scalar), nil)
    default: return nil
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x7f else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
    default: false
    }
  }

  /// Letters that are written as two where a keyboard lacks them.
  private static func withoutDigraphs(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    var out = String.UnicodeScalarView()
    var i = 0
    while i < scalars.count {
      let next = i + 1 < scalars.count ? scalars[i + 1] : " "
      switch (scalars[i], next) {
      case ("a", "a"): out.append("å")
      case ("a", "e"): out.append("æ")
      case ("o", "e"): out.append("ø")
      default:
        out.append(scalars[i])
        i += 1
        continue
      }
      i += 2
    }
    return String(out)
  }
}
