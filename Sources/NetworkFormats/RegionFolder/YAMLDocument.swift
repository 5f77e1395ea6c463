import Yams

/// `region.yaml` as nodes that know their place.
///
/// Only what a description of a region needs: one document, no anchors that are used again (one
/// line of them can stand for gigabytes), at most 1 MiB. The parser itself refuses nesting beyond
/// 1000 levels, and nothing here follows nesting deeper than the known keys.
struct YAMLDocument {
  /// The largest file, in bytes.
  static let largest = 1 << 20

  let source: SourceText

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
      return try parser.singleRoot()
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
      return source.diagnostic(
        .badYAML,
        "this is not YAML: \(problem)",
        hint: hint,
        at: start..<start + 1
      )
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, problem)
    case .duplicatedKeysInMapping(let names, let context):
      // The mark is that of the first of the two: near enough to find both.
      let start = offset(of: context.mark)
      let name = names.first ?? ""
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

/// Finds anchors that are used again, before a parser sees them.
enum AliasSearch {
  /// The place of the first `*name` for which there is a `&name` somewhere.
  ///
  /// Context is not looked at: a text that has both for the same name outside of YAML syntax is
  /// refused too, which is better than a parser that disagrees about what is text.
  static func repeatedAnchor(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    var anchors = Set<[UInt8]>()
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x26 {
        let name = name(bytes, after: i)
        if !name.isEmpty { anchors.insert(Array(bytes[name])) }
        i = max(i + 1, name.upperBound)
      } else {
        i += 1
      }
    }
    guard !anchors.isEmpty else { return nil }
    i = 0
    while i < bytes.count {
      if bytes[i] == 0x2a {
        let name = name(bytes, after: i)
        if anchors.contains(Array(bytes[name])) { return i..<name.upperBound }
        i = max(i + 1, name.upperBound)
      } else {
        i += 1
      }
    }
    return nil
  }

  private static func name(_ bytes: UnsafeRawBufferPointer, after i: Int) -> Range<Int> {
    var end = i + 1
    while end < bytes.count {
      switch bytes[end] {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x2d: end += 1
      default: return i + 1..<end
      }
    }
    return i + 1..<end
  }
}
