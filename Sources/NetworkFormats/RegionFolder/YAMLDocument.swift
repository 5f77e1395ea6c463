import Yams

/// `region.yaml` as nodes that know their place.
///
/// Only what a description of a region needs: one document, no anchors that are used again (one
/// line of them can stand for gigabytes), no tags, at most 1 MiB. The parser itself refuses nesting beyond
/// 1000 levels, and nothing here follows nesting deeper than the known keys.
struct YAMLDocument {
  /// The largest file, in bytes.
  static let largest = 1 << 20

  let source: SourceText

  /// The text of a file, or nil after the problem was reported.
  static func text(_ input: InputBytes, _ name: String, _ builder: ReportBuilder) -> SourceText? {
    do throws(DecodingProblem) {
      return try SourceText(name: name, raw: input.bytes, owner: input)
    } catch {
      let problem = error.diagnostic(file: name, raw: input.bytes)
      // What is said of files in general speaks of tables.
      let isBinary = problem.code == .binaryFile
      builder.add(
        Diagnostic(
          problem.code,
          problem.message,
          hint: isBinary ? "write \(FileName.last(name)) as text (UTF-8)" : problem.hint,
          location: problem.location,
          excerpt: problem.excerpt
        )
      )
      return nil
    }
  }

  /// The root, nil after an error or for an empty file.
  func root(_ builder: ReportBuilder) -> Node? {
    guard source.bytes.count <= Self.largest else {
      builder.add(
        Diagnostic(
          .fileTooLarge,
          "the file has more than \(Self.largest) bytes",
          location: SourceLocation(file: source.name)
        )
      )
      return nil
    }
    if let alias = AliasSearch.repeatedAnchor(in: source.bytes) {
      builder.add(
        source.diagnostic(
          .badYAML,
          "anchors and aliases are not read",
          hint: "write the text out where it is used",
          at: alias
        )
      )
      return nil
    }
    do {
      let parser = try Parser(yaml: source.string(0..<source.bytes.count), encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      guard let tagged = Self.tagged(in: root) else { return root }
      builder.error {
        diagnostic(
          .badYAML,
          "tags are not read",
          hint: "leave out the word that begins with \"!\", or put the text between quotes",
          at: tagged
        )
      }
    } catch let error as YamlError {
      builder.add(diagnostic(error))
    } catch {
      builder.add(
        Diagnostic(
          .badYAML,
          "the file is not YAML",
          location: SourceLocation(file: source.name)
        )
      )
    }
    return nil
  }

  /// The tags that the parser gives itself.
  private static let usualTags: Set<String> = Set(
    [Tag.Name.implicit, .str, .seq, .map, .bool, .float, .int, .null, .timestamp, .merge, .value]
      .map(\.rawValue)
  )

  /// The first node with a tag of its own, in the order of the file.
  private static func tagged(in root: Node) -> Node? {
    var left = [root]
    while let node = left.popLast() {
      let tag: Tag
      switch node {
      case .scalar(let scalar): tag = scalar.tag
      case .sequence(let sequence):
        tag = sequence.tag
        left += sequence.reversed()
      case .mapping(let mapping):
        tag = mapping.tag
        left += mapping.reversed().flatMap { [$0.value, $0.key] }
      case .alias: continue
      }
      if !usualTags.contains(tag.rawValue) { return node }
    }
    return nil
  }

  /// A problem at a node.
  func diagnostic(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil,
    severity: Diagnostic.Severity? = nil,
    at node: Node
  ) -> Diagnostic {
    guard let mark = node.mark else {
      return Diagnostic(
        code,
        message,
        hint: hint,
        severity: severity,
        location: SourceLocation(file: source.name)
      )
    }
    let start = offset(of: mark)
    var end = start + (node.string?.utf8.count ?? 1)
    end = min(max(end, start + 1), source.bytes.count)
    return source.diagnostic(
      code,
      message,
      hint: hint,
      severity: severity,
      at: start..<max(start, end)
    )
  }

  private func diagnostic(_ error: YamlError) -> Diagnostic {
    let hint = "check indentation and colons; put a text with a colon in it between quotes"
    func at(_ mark: Mark, _ problem: String) -> Diagnostic {
      let start = offset(of: mark)
      let said = YAMLProblem.text(problem)
      return source.diagnostic(
        .badYAML,
        "this is not YAML" + (said.map { ": \($0)" } ?? ""),
        hint: hint,
        at: start..<start + 1
      )
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, problem)
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let start = repeated(name, offset(of: context.mark))
      return source.diagnostic(
        .duplicateKey,
        "the key \(SafeText.quoted(name)) is there twice",
        hint: "keep one of the two",
        at: start..<start + name.utf8.count
      )
    default:
      return Diagnostic(
        .badYAML,
        "the file is not YAML",
        hint: hint,
        location: SourceLocation(file: source.name)
      )
    }
  }

  /// Where a key stands again: the parser tells its first place. Where it is not found, that place.
  private func repeated(_ name: String, _ first: Int) -> Int {
    let bytes = source.bytes
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty else { return first }
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
    func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
    var lineStart = (bytes[..<first].lastIndex(where: isLineEnd)).map { $0 + 1 } ?? 0
    let column = first - lineStart
    var inLine: Int?
    var place = first + wanted.count
    while place + wanted.count < bytes.count {
      if isLineEnd(bytes[place]) { lineStart = place + 1 }
      guard bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted)
      else {
        place += 1
        continue
      }
      var end = place + wanted.count
      while end < bytes.count, isQuote(bytes[end]) || bytes[end] == 0x20 { end += 1 }
      let start = isQuote(bytes[place - 1]) ? place - 1 : place
      if end < bytes.count, bytes[end] == 0x3a {
        let before = bytes[min(lineStart, start)..<start]
        // Keys of one block stand below each other, those of braces anywhere.
        if before.count == column, before.allSatisfy({ $0 == 0x20 }) { return start }
        if inLine == nil, let byte = before.last(where: { $0 != 0x20 }), byte == 0x2c {
          inLine = start
        }
      }
      place += wanted.count
    }
    return inLine ?? first
  }

  /// The parser counts U+0085, U+2028 and U+2029 as line ends too, so its places are looked up
  /// by its own rule and counted anew by ours.
  private func offset(of mark: Mark) -> Int {
    let bytes = source.bytes
    var line = 1
    var i = 0
    while line < mark.line, i < bytes.count {
      let (length, isBreak) = unit(i)
      if isBreak { line += 1 }
      i += length
    }
    var column = 1
    while column < mark.column, i < bytes.count {
      let (length, isBreak) = unit(i)
      if isBreak { break }
      i += length
      column += 1
    }
    return i
  }

  /// Length of the character at `i`, and whether the parser takes it as a line end.
  private func unit(_ i: Int) -> (length: Int, isBreak: Bool) {
    let bytes = source.bytes
    let byte = bytes[i]
    switch byte {
    case 0x0a: return (1, true)
    case 0x0d: return (i + 1 < bytes.count && bytes[i + 1] == 0x0a ? 2 : 1, true)
    case 0..<0x80: return (1, false)
    case 0xc2 where bytes[i + 1] == 0x85: return (2, true)
    case 0xe2 where bytes[i + 1] == 0x80 && (bytes[i + 2] == 0xa8 || bytes[i + 2] == 0xa9):
      return (3, true)
    case 0..<0xe0: return (2, false)
    case 0..<0xf0: return (3, false)
    default: return (4, false)
    }
  }
}

/// Says in few words what the parser found wrong.
enum YAMLProblem {
  /// Parts of the parser's texts, and what they mean to whoever wrote the file.
  private static let meanings: [(part: String, text: String)] = [
    ("nesting level", "lists and keys are nested too deep"),
    ("',' or ']'", "a list in brackets is not closed, or lacks a comma"),
    ("',' or '}'", "keys in braces are not closed, or lack a comma"),
    ("mapping values are not allowed", "a key cannot stand here"),
    ("mapping keys are not allowed", "a key cannot stand here"),
    ("block sequence entries", "a list cannot begin here"),
    ("expected key", "the line is not indented as those before it"),
    ("'-' indicator", "the line is not indented as those before it"),
    ("expected ':'", "a key without a colon"),
    ("unexpected ':'", "a colon cannot stand here"),
    ("unexpected end of stream", "a quote is not closed"),
    ("unexpected document indicator", "a quote is not closed"),
    ("cannot start any token", "no text begins with this character"),
    ("tab character", "lines are indented with spaces, not with tabs"),
    ("undefined alias", "anchors and aliases are not read"),
    ("alphabetic or numeric character", "anchors and aliases are not read"),
    ("tag", "tags are not read"),
    ("escape", "an escape that is unknown; write \\\\ for a backslash between double quotes"),
    ("hexdecimal", "an escape that is unknown; write \\\\ for a backslash between double quotes"),
    ("another document", "one file is one document"),
    ("<document start>", "something stands after the end of the list or the keys in braces"),
  ]

  /// What a text of the parser means; nil for one that is rare.
  static func text(_ problem: String) -> String? {
    meanings.first { problem.contains($0.part) }?.text
  }
}
