extension Diagnostic {
  /// Whether escape sequences colour the text.
  public enum Colour: Hashable, Sendable { case plain, terminal }

  /// The problem as lines of text, each ended by LF: place and message, the line with a caret
  /// under the place, and the hint.
  ///
  /// Nothing from the file can command a terminal: control characters and the characters that turn
  /// the writing direction are replaced.
  public func rendered(_ colour: Colour = .plain) -> String {
    let paint = Paint(colour: colour)
    var text = ""
    if let location {
      text += paint.bold(SafeText.oneLine(location.text) + ":") + " "
    }
    text += paint.severity(severity, severity.rawValue + ":") + " "
    text += paint.bold(SafeText.oneLine(message)) + "\n"
    if let excerpt { text += excerpt.rendered(line: location?.line, paint) }
    if let hint { text += paint.hint("hint:") + " " + SafeText.oneLine(hint) + "\n" }
    return text
  }
}

extension Diagnostics {
  /// All problems to show as text, then one line about the rest.
  public func rendered(_ colour: Diagnostic.Colour = .plain) -> String {
    var text = shown.map { $0.rendered(colour) }.joined()
    let hidden = hiddenCount
    if hidden > 0 {
      text += "… and \(hidden) more \(hidden == 1 ? "problem" : "problems")\n"
    }
    return text
  }
}

extension SourceExcerpt {
  /// The widest excerpt printed, in columns of a terminal.
  static let widest = 100

  /// ` 14 | the line` and a caret below; the window moves so that the caret is always in it.
  fileprivate func rendered(line: Int?, _ paint: Paint) -> String {
    let scalars = Array(text.unicodeScalars)
    let widths = scalars.map { SafeText.width(SafeText.harmless($0)) }
    let from = min(max(0, caret), scalars.count)
    // Half of the window before the caret, what is left of it after.
    var first = from
    var used = 0
    while first > 0, used + widths[first - 1] <= Self.widest / 2 {
      first -= 1
      used += widths[first]
    }
    var last = from
    while last < scalars.count, used + widths[last] <= Self.widest {
      used += widths[last]
      last += 1
    }
    var shown = ""
    var pad = 0
    if cutBefore || first > 0 {
      shown = "…"
      pad = 1
    }
    for index in first..<last { shown.unicodeScalars.append(SafeText.harmless(scalars[index])) }
    if cutAfter || last < scalars.count { shown += "…" }
    pad += widths[first..<from].reduce(0, +)
    let marked = max(1, widths[from..<max(from, min(last, from + length))].reduce(0, +))
    let number = line.map(String.init) ?? ""
    let blank = String(repeating: " ", count: number.count)
    let caretLine = "^" + String(repeating: "~", count: marked - 1)
    return " \(number) | \(shown)\n \(blank) | " + String(repeating: " ", count: pad)
      + paint.hint(caretLine) + "\n"
  }
}

/// Terminal colours, or none.
private struct Paint {
  let colour: Diagnostic.Colour

  func bold(_ text: String) -> String { wrap(text, "1") }
  func hint(_ text: String) -> String { wrap(text, "1;32") }
  func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;35")
    case .note: wrap(text, "1;36")
    }
  }
  private func wrap(_ text: String, _ code: String) -> String {
    switch colour {
    case .plain: text
    case .terminal: "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
  }
}
