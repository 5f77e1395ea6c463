import NetworkFormats
import RegionAnalysis
import SafeFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Messages for people, on standard error. Results never go through here.
struct Console: Sendable {
  /// How much is said.
  enum Loudness: Int, Comparable {
    case quiet, usual, verbose
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let loudness: Loudness
  let colour: Diagnostic.Colour

  /// Colours on a terminal unless `NO_COLOR` is set or the user decides otherwise.
  init(loudness: Loudness = .usual, colour: ColourChoice = .auto) {
    self.loudness = loudness
    switch colour {
    case .always: self.colour = .terminal
    case .never: self.colour = .plain
    case .auto:
      let isWanted = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil
      self.colour = isWanted ? .terminal : .plain
    }
  }

  /// What was assumed and what went well.
  func note(_ text: String) {
    if loudness >= .usual { say("note: \(TerminalText.safe(text))") }
  }

  /// What only the curious want to know.
  func detail(_ text: String) {
    if loudness >= .verbose { say(TerminalText.safe(text)) }
  }

  /// What makes a result doubtful; also when quiet.
  func warning(_ text: String) {
    say(paint("warning:", "33;1") + " \(TerminalText.safe(text))")
  }

  /// Why there is no result.
  func error(_ error: ProgramError) {
    guard !error.isSaid else { return }
    say(paint("error:", "31;1") + " \(TerminalText.safe(error.message))")
    if let hint = error.hint { say(paint("hint:", "36") + " \(TerminalText.safe(hint))") }
  }

  /// Says that persons are not named, where some are not.
  func pseudonyms(_ naming: Naming) {
    if naming.hidesAnybody && naming.rule == .organisations {
      note("persons appear under pseudonyms (--name-persons names them)")
    }
  }

  func notes(_ notes: AnalysisNotes) {
    for text in notes.assumptions { note(text) }
    for text in notes.warnings { warning(text) }
  }

  /// Problems with a file: all of them, or without the notes and warnings when quiet.
  func diagnostics(_ diagnostics: Diagnostics) {
    guard loudness > .quiet || diagnostics.hasErrors else { return }
    write(diagnostics.rendered(colour))
  }

  private func paint(_ word: String, _ code: String) -> String {
    colour == .terminal ? "\u{1B}[\(code)m\(word)\u{1B}[0m" : word
  }

  private func say(_ line: String) { write(line + "\n") }

  /// Nobody can be told that standard error is broken.
  private func write(_ text: String) {
    let output = CheckedOutput.standardError()
    try? output.write(text)
    try? output.flush()
  }
}

/// What `--color` says.
enum ColourChoice: String, CaseIterable {
  case auto, always, never
}
