import LearningRegion

/// Reads GML (Himsolt 1997): keys and values, lists between brackets.
///
/// A node's label is its id where all nodes have one and all are different, else the number is. A key twice
/// in one node or tie is a list. Lists inside a node (`graphics`) are kept as `graphics.x`. Keys that say what a
/// network is may be in capitals, where the same key as it should be is not there too.
struct GMLReader: FormatReader {
  private enum Scope { case file, graph, node(Int), edge(Int), attributes(String), skipped }
  private enum Token {
    case key(Range<Int>), text(Range<Int>), number(Range<Int>), open(Int), close(Int), end
  }
  /// All values of a key, and where the first is.
  private struct Value {
    let name: String
    var texts: [String]
    let at: Int

    /// The one text as it is; of several a list.
    var text: String { texts.count == 1 ? texts[0] : ListCell.join(texts) }
  }
  /// The deepest nesting of lists.
  static let deepest = 64

  private let assembly: RegionAssembly
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var hasFailed = false
  private var graphs = 0
  /// Open lists; of nodes and edges the values so far.
  private var scopes: [Scope] = [.file]
  private var values: [Value] = []
  private var hasDirection = false

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    bytes = assembly.source.bytes
  }

  static func read(into assembly: RegionAssembly) {
    var reader = GMLReader(assembly)
    reader.read()
  }

  private mutating func read() {
    assembly.usualDirection = .undirected
    while !hasFailed {
      let place = at
      switch token() {
      case .end:
        if scopes.count > 1 {
          fail("the text ends inside [", "is the file complete?", bytes.count - 1)
        } else if graphs == 0 {
          fail("there is no graph in the file", "graph [ node [ id 1 ] ]", 0)
        } else {
          assembly.idColumn = ("label", "the labels of the nodes are the ids")
        }
        return
      case .close(let place):
        guard scopes.count > 1 else { return fail("a ] too many", nil, place) }
        close(scopes.removeLast(), place)
      case .key(let range): pair(range)
      case .text(let range), .number(let range):
        fail("a value without a key", "write key and value in turn", range.lowerBound)
      case .open(let place): fail("a list without a key", "node [ … ]", place)
      }
      if at == place, !hasFailed { return fail("no key or value begins like this", nil, place) }
    }
  }

  private mutating func fail(_ message: String, _ hint: String?, _ place: Int) {
    guard !hasFailed else { return }
    hasFailed = true
    assembly.report(.badSyntax, message, hint: hint, at: place)
  }

  // MARK: Words

  private mutating func token() -> Token {
    skipBlanks()
    guard at < bytes.count else { return .end }
    let start = at
    switch bytes[at] {
    case 0x5b:
      at += 1
      return .open(start)
    case 0x5d:
      at += 1
      return .close(start)
    case 0x22:
      guard let end = bytes[(at + 1)...].firstIndex(of: 0x22) else {
        fail("the quote opened here is never closed", "a quote in a text is &quot;", start)
        at = bytes.count
        return .end
      }
      at = end + 1
      if at < bytes.count, bytes[at] == 0x22 || bytes[at] != 0x23 && isWord(bytes[at]) {
        fail("the text goes on after its closing quote", "a quote in a text is &quot;", at)
        at = bytes.count
        return .end
      }
      return .text(start + 1..<end)
    case 0x2b, 0x2d, 0x2e, 0x30...0x39:
      while at < bytes.count, isWord(bytes[at]) || bytes[at] == 0x2b || bytes[at] == 0x2d {
        at += 1
      }
      return .number(start..<at)
    default:
      while at < bytes.count, isWord(bytes[at]) { at += 1 }
      guard at > start else {
        fail("no key or value begins like this", "texts stand between double quotes", start)
        return .end
      }
      return .key(start..<at)
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x22 && byte != 0x5b && byte != 0x5d && byte != 0x2b && byte != 0x2d
  }

  /// Past blanks, and lines that begin with `#`.
  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at] <= 0x20 {
        at += 1
      } else if bytes[at] == 0x23 {
        while at < bytes.count, bytes[at] != 0x0a, bytes[at] != 0x0d { at += 1 }
      } else {
        return
      }
    }
  }

  // MARK: Pairs

  private mutating func pair(_ key: Range<Int>) {
    let name = assembly.source.string(key)
    switch token() {
    case .open(let place): open(name, key.lowerBound, place)
    case .text(let range):
      let bytes = UnsafeRawBufferPointer(rebasing: bytes[range])
      value(name, CharacterReferences.decoded(bytes), range.lowerBound)
    case .number(let range): value(name, assembly.source.string(range), range.lowerBound)
    // Some programs leave the quotes of words out; that is no GML.
    case .key(let range):
      let word = assembly.source.string(range).lowercased()
      if ["nan", "inf", "true", "false"].contains(word) {
        value(name, word, range.lowerBound)
      } else {
        fail("a text without quotes", "put it between double quotes", range.lowerBound)
      }
    case .close(let place):
      fail("\(SafeText.quoted(name)) has no value", nil, place)
    case .end:
      fail("\(SafeText.quoted(name)) has no value", "is the file complete?", key.lowerBound)
    }
  }

  private mutating func open(_ name: String, _ place: Int, _ bracket: Int) {
    guard scopes.count < Self.deepest else {
      return fail("lists are nested more than \(Self.deepest) deep", nil, bracket)
    }
    let key = name.lowercased()
    switch scopes[scopes.count - 1] {
    case .file where key == "node" || key == "edge":
      fail("\(SafeText.quoted(name)) outside the graph", "graph [ node [ id 1 ] ]", place)
    case .graph where key == "directed", .node where key == "id",
      .edge where ["source", "target", "weight"].contains(key):
      fail("\(SafeText.quoted(name)) is a value and no list", "\(key) 1", bracket)
    case .file where key == "graph":
      graphs += 1
      if graphs > 1 { return fail("a second graph in the file", "one file, one network", place) }
      scopes.append(.graph)
    case .graph where key == "node":
      values = []
      scopes.append(.node(place))
    case .graph where key == "edge":
      values = []
      scopes.append(.edge(place))
    case .graph where key == "graph":
      fail("a graph inside a graph is not read", "write all nodes into one graph", place)
    case .node where ["node", "edge", "graph"].contains(key),
      .edge where ["node", "edge", "graph"].contains(key):
      let outer = if case .node = scopes[scopes.count - 1] { "a node" } else { "an edge" }
      let inner = key == "edge" ? "an edge" : "a \(key)"
      fail("\(inner) inside \(outer) is not read", "write all nodes into one graph", place)
    case .node, .edge: scopes.append(.attributes(name + "."))
    case .attributes(let prefix): scopes.append(.attributes(prefix + name + "."))
    case .file, .graph, .skipped: scopes.append(.skipped)
    }
  }

  private mutating func value(_ name: String, _ text: String, _ place: Int) {
    let key = name.lowercased()
    switch scopes[scopes.count - 1] {
    case .file where ["graph", "node", "edge"].contains(key),
      .graph where ["graph", "node", "edge"].contains(key):
      let inside = key == "graph" ? "" : key == "node" ? "id 1 " : "source 1 target 2 "
      fail("\(SafeText.quoted(name)) is a list", "\(key) [ \(inside)]", place)
    case .file, .skipped: break
    case .graph:
      switch key {
      case "directed":
        guard text == "0" || text == "1" else {
          return assembly.report(
            .badChoice,
            "directed is 0 or 1",
            at: place
          )
        }
        guard !hasDirection else {
          return assembly.report(.duplicateKey, "the key \"directed\" is there twice", at: place)
        }
        hasDirection = true
        guard text == "1" else { return }
        // Ties may come before it; the whole graph has one direction.
        assembly.usualDirection = .directed
        for row in 0..<assembly.tieCount { assembly.setDirection(.directed, ofTie: row) }
      case "label", "title", "name": assembly.title = assembly.title ?? text
      default: break
      }
    case .node, .edge: add(name, text, place)
    case .attributes(let prefix): add(prefix + name, text, place)
    }
  }

  private mutating func add(_ name: String, _ text: String, _ place: Int) {
    // networkx marks lists of one by a first element of this name.
    if text == "_networkx_list_start" { return }
    if let known = values.firstIndex(where: { $0.name == name }) {
      guard !["id", "source", "target", "label"].contains(name) else {
        return assembly.report(
          .duplicateKey,
          "the key \(SafeText.quoted(name)) is there twice",
          at: place
        )
      }
      values[known].texts.append(text)
    } else if values.count < 512 {
      values.append(Value(name: name, texts: [text], at: place))
    } else {
      fail("a node or tie with more than 512 keys", nil, place)
    }
  }

  // MARK: Nodes and ties

  private mutating func close(_ scope: Scope, _ place: Int) {
    switch scope {
    case .node(let start): node(start)
    case .edge(let start): edge(start)
    default: break
    }
  }

  /// The value of a key, which may be in capitals if there is none as it should be.
  private func found(_ name: String) -> Value? {
    values.first { $0.name == name } ?? values.first { $0.name.lowercased() == name }
  }

  private func node(_ start: Int) {
    guard let id = found("id") else {
      return assembly.report(.missingValue, "a node has no id", hint: "node [ id 1 ]", at: start)
    }
    let row = assembly.declare(id.text, at: id.at)
    let label = found("label")?.name
    for value in values where value.name != id.name {
      let name = value.name == label ? "label" : value.name
      assembly.setNode(row, name, value.text, at: value.at)
    }
  }

  private func edge(_ start: Int) {
    guard let source = found("source"), let target = found("target") else {
      return assembly.report(
        .missingValue,
        "a tie needs a source and a target",
        hint: "edge [ source 1 target 2 ]",
        at: start
      )
    }
    let row = assembly.addTie(
      assembly.mention(source.text, at: source.at),
      assembly.mention(target.text, at: target.at),
      at: start
    )
    for value in values where value.name != source.name && value.name != target.name {
      assembly.setTie(row, value.name, value.text, at: value.at)
    }
  }
}
