/// What the words of a line say.
extension PajekReader {
  func text(_ word: LineToken) -> String {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[word.inside])
    guard bytes.contains(0x5c) else { return CharacterReferences.decoded(bytes) }
    // Before references are read: one may stand for a backslash.
    var text = String(decoding: bytes, as: UTF8.self).replacing("\\n", with: "\n")
    return text.withUTF8 { CharacterReferences.decoded(UnsafeRawBufferPointer($0)) }
  }

  func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ word: LineToken,
    hint: String? = nil
  ) {
    assembly.report(code, message, hint: hint, at: word.range)
  }

  func number(_ word: LineToken) -> Int? { number(word.inside) }

  private func number(_ range: Range<Int>) -> Int? {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[range])
    return (try? NumberReader.integer(bytes)).map(Int.init)
  }

  func isNumber(_ word: LineToken) -> Bool {
    !word.isQuoted && CellValue.number(source.string(word.inside)) != nil
  }

  /// Whether quotes stand around words; one inside a text would end it.
  func hasQuotesAround(_ words: [LineToken]) -> Bool {
    let hint = "a quote in a text is written &#34;"
    var last: Range<Int>?
    for word in words {
      if let last, last.upperBound == word.range.lowerBound {
        report(.textAfterQuote, "the text goes on after its closing quote", word, hint: hint)
        return false
      }
      if word.isQuoted {
        last = word.range
        continue
      }
      guard let quote = source.bytes[word.range].firstIndex(of: 0x22) else { continue }
      if quote == word.range.lowerBound {
        report(.unterminatedQuote, "the quote opened here is never closed", word)
        return false
      }
      // Without quotes around another word a name may have one, as in 5"-pipe.
      if last != nil {
        assembly.report(.strayQuote, "a quote inside a word", hint: hint, at: quote)
        return false
      }
    }
    return true
  }

  /// How many vertices there are, or nil after the problem was reported.
  func count(_ word: LineToken, of whole: Int? = nil) -> Int? {
    let bytes = UnsafeRawBufferPointer(rebasing: source.bytes[word.inside])
    do throws(NumberReader.Problem) {
      let number = Int(try NumberReader.integer(bytes))
      if number >= 0, number <= whole ?? number { return number }
      report(
        .numberOutOfRange,
        number < 0
          ? "\(number) is below 0"
          : "\(number) of \(whole ?? 0) vertices cannot be of the first mode",
        word
      )
    } catch {
      let isLarge = error == .outOfRange
      report(
        isLarge ? .numberOutOfRange : .badInteger,
        "\(SafeText.quoted(text(word))) is \(isLarge ? "too large" : "no number of vertices")",
        word,
        hint: "*Vertices 12, or *Vertices 12 5 where the first 5 are one mode and the rest another"
      )
    }
    return nil
  }

  /// The number of a relation, or nil after the problem was reported.
  func relationNumber(_ digits: Range<Int>, _ word: LineToken) -> Int? {
    if !digits.isEmpty, let number = number(digits), number >= 0 { return number }
    report(
      .badSyntax,
      "\(SafeText.quoted(source.string(word.range))) is no number of a relation",
      word,
      hint: "a relation is written :1 \"trust\"; how many ties there are is not said"
    )
    return nil
  }

  /// Names and values in turn, and times between brackets.
  func pairs(
    _ words: [LineToken],
    from first: Int,
    _ set: (_ name: String, _ text: String, _ at: Int) -> Void
  ) {
    var at = first
    while at < words.count {
      let place = words[at].range.lowerBound
      if source.bytes[place] == 0x5b {
        guard let times = times(words[at]) else { return }
        set("active", times, place)
        at += 1
        continue
      }
      guard at + 1 < words.count else {
        return report(
          .badSyntax,
          "a name without a value at the end of the line",
          words[at],
          hint: "put names with blanks between double quotes"
        )
      }
      let name = text(words[at])
      set(name == "l" ? "label" : name, text(words[at + 1]), words[at + 1].range.lowerBound)
      at += 2
    }
  }

  /// What stands between brackets, or nil after the problem was reported.
  private func times(_ word: LineToken) -> String? {
    let said = source.string(word.range)
    let hint = "times are written [5-10,12], or [5-*] where there is no end"
    guard said.hasSuffix("]") else {
      report(.badSyntax, "the bracket opened here is never closed", word, hint: hint)
      return nil
    }
    let inside = String(said.dropFirst().dropLast())
    do throws(PajekTimes.Problem) {
      try PajekTimes.check(inside)
      return inside
    } catch {
      switch error {
      case .endBeforeStart: report(.endBeforeStart, "a time ends before it begins", word)
      case .noTimes:
        report(.badSyntax, "\(SafeText.quoted(said)) are no times", word, hint: hint)
      }
      return nil
    }
  }
}
