import LearningRegion

/// Reads the structure of a DOT file: nodes, edges, their attributes, and subgraphs called `cluster…` as the
/// attribute `cluster` of their nodes.
///
/// Written here rather than taken from Graphviz, whose reader runs out of stack on nested braces and says
/// nothing. Defaults (`node [ … ]`), chains (`a -> b -> c`), lists (`a, b -> c, d`: each with each), groups
/// (`a -> {b c}`), ports, HTML labels and ids (the text between `<` and `>`), comments and `strict` are
/// understood; `dir=none` makes a tie of a directed graph undirected. Of several graphs each is a relation
/// of its name, and nodes of one id are one actor, with the defaults of the graph that has it first.
struct DOTReader: FormatReader {
  private typealias Attribute = (name: String, text: String, at: Int)

  /// A pair of braces, and the statement that is being read in it.
  private struct Scope {
    var nodeDefaults: [Attribute] = []
    var edgeDefaults: [Attribute] = []
    /// What the cluster is called, nil for what is no cluster.
    var cluster: String?
    var label: String?
    /// Nodes named in it, each once.
    var members: [Int] = []
    var isMember: Set<Int> = []
    /// Ends of the edge statement so far.
    var chain: [[Int]] = []
    var chainPlace = 0
    var wantsEnd = false
    var isNodeStatement = false

    mutating func add(_ rows: [Int]) {
      for row in rows where isMember.insert(row).inserted { members.append(row) }
    }
  }

  /// The deepest nesting of braces.
  static let deepest = 128

  private let assembly: RegionAssembly
  private var scanner: DOTScanner
  private var scopes: [Scope] = []
  private var isDirected = false
  private var isStrict = false
  private var known: [UInt64: Int] = [:]
  private var graphs = DOTGraphs()
  /// What cluster a node is in, and the nodes in more than one.
  private var clusters: [Int: String] = [:]
  private var inSeveralClusters: Set<Int> = []
  /// In a strict graph the weights of ties, and the ties with more than one.
  private var weights: [Int: String] = [:]
  private var hasSeveralWeights: Set<Int> = []
  /// Nodes whose id is HTML.
  private var htmlNodes: Set<Int> = []
  private let mostTies: Int
  /// Values that defaults and groups may still give: a short text can ask for very many.
  private var valuesLeft: Int

  private init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    scanner = DOTScanner(assembly.source)
    // Groups on both sides of an arrow make more ties than a file has bytes.
    mostTies = max(1 << 20, assembly.source.bytes.count)
    valuesLeft = max(1 << 22, assembly.source.bytes.count)
  }

  static func read(into assembly: RegionAssembly) {
    var reader = DOTReader(assembly)
    do throws(DOTScanner.Problem) {
      try reader.read()
    } catch {
      assembly.report(.badSyntax, error.message, hint: error.hint, at: error.at)
    }
  }

  private func problem(_ message: String, _ hint: String? = nil) -> DOTScanner.Problem {
    DOTScanner.Problem(message: message, hint: hint, at: scanner.place)
  }

  // MARK: The graph

  private mutating func read() throws(DOTScanner.Problem) {
    repeat { try graph() } while try scanner.peek() != .end
    graphs.nameRelations(assembly)
    if !inSeveralClusters.isEmpty {
      assembly.assume(
        .columns,
        "nodes in several clusters, of which the first or inner one is kept: "
          + "\(inSeveralClusters.count)"
      )
    }
    if !hasSeveralWeights.isEmpty {
      assembly.assume(
        .columns,
        "ties of a strict graph with several weights, of which the last is kept: "
          + "\(hasSeveralWeights.count)"
      )
    }
  }

  private mutating func graph() throws(DOTScanner.Problem) {
    var word = try keyword()
    isStrict = word == "strict"
    if isStrict { word = try keyword() }
    guard word == "graph" || word == "digraph" else {
      throw graphs.isEmpty
        ? problem("a graph or digraph begins the file", "digraph { a -> b }")
        : problem("text follows the graph", "another graph begins with graph or digraph")
    }
    isDirected = word == "digraph"
    assembly.usualDirection = isDirected ? .directed : .undirected
    let name = try takeName()
    graphs.begin(name, firstTie: assembly.tieCount)
    assembly.title = name
    guard try scanner.next() == .mark(0x7b) else { throw problem("{ is missing here") }
    (known, weights) = ([:], [:])
    scopes = [Scope()]
    while !scopes.isEmpty { try step() }
  }

  /// The name of a graph or subgraph, if there is one.
  private mutating func takeName() throws(DOTScanner.Problem) -> String? {
    guard let name = try scanner.peek().text else { return nil }
    _ = try scanner.next()
    return name
  }

  private mutating func keyword() throws(DOTScanner.Problem) -> String {
    guard case .id(let word) = try scanner.next(), !scanner.isQuoted else { return "" }
    return word.lowercased()
  }

  /// Reads one part of a statement.
  private mutating func step() throws(DOTScanner.Problem) {
    let token = try scanner.next()
    let current = scopes.count - 1
    switch token {
    case .end: throw problem("the text ends inside {", "is the file complete?")
    case .mark(0x3b):
      if scopes[current].wantsEnd { throw problem("an edge needs a second end") }
    case .mark(0x7d):
      if scopes[current].wantsEnd { throw problem("an edge needs a second end") }
      try close()
    case .mark(0x7b): try open(name: nil)
    case .id(let word) where !scanner.isQuoted && word.lowercased() == "subgraph":
      let name = try takeName()
      guard try scanner.next() == .mark(0x7b) else { throw problem("{ is missing here") }
      try open(name: name)
    case .id(let word), .html(let word): try id(word, isHTML: token == .html(word))
    default:
      throw problem(
        "no statement begins like this",
        token == .mark(0x2c) ? "a comma stands between nodes: a, b -> c" : nil
      )
    }
  }

  private mutating func id(_ word: String, isHTML: Bool) throws(DOTScanner.Problem) {
    let place = scanner.place
    let isPlain = !scanner.isQuoted
    let current = scopes.count - 1
    let next = try scanner.peek()
    let isKeyword = isPlain && DOTScanner.keywords.contains(word.lowercased())
    if next == .mark(0x3d), !isKeyword, !scopes[current].wantsEnd {
      _ = try scanner.next()
      graphAttribute(word, try value())
      return
    }
    if isPlain, next == .mark(0x5b), !scopes[current].wantsEnd,
      ["graph", "node", "edge"].contains(word.lowercased())
    {
      let attributes = try attributes()
      switch word.lowercased() {
      case "node": scopes[current].nodeDefaults += attributes
      case "edge": scopes[current].edgeDefaults += attributes
      default: for attribute in attributes { graphAttribute(attribute.name, attribute.text) }
      }
      return
    }
    var rows = [try node(word, isHTML: isHTML)]
    while try scanner.peek() == .mark(0x2c) {
      _ = try scanner.next()
      let token = try scanner.next()
      guard let word = token.text else {
        throw problem("a node is missing after the comma", "a, b -> c, or {a; b} -> c")
      }
      rows.append(try node(word, isHTML: token == .html(word)))
    }
    scopes[current].isNodeStatement = scopes[current].chain.isEmpty
    try endpoint(rows, place)
  }

  /// The row of the node whose id is the last word, with its ports passed.
  private mutating func node(
    _ word: String,
    isHTML: Bool
  ) throws(DOTScanner.Problem) -> Int {
    let place = scanner.place
    if !scanner.isQuoted, DOTScanner.keywords.contains(word.lowercased()) {
      throw problem(
        "\(SafeText.quoted(word)) is a word of the language, not a node",
        "as an id it stands between double quotes"
      )
    }
    let row = assembly.mention(word, at: place)
    if !assembly.isDeclared(row) {
      assembly.declare(word, at: place)
      if isHTML { htmlNodes.insert(row) }
      for scope in scopes {
        try spend(scope.nodeDefaults.count)
        apply(scope.nodeDefaults, toNode: row)
      }
    } else if htmlNodes.contains(row) != isHTML {
      throw problem(
        "\(SafeText.quoted(word)) is the id of another node, with and without < and >",
        "give each node an id of its own"
      )
    }
    try skipPort()
    return row
  }

  private mutating func graphAttribute(_ name: String, _ text: String) {
    guard name.lowercased() == "label", !text.isEmpty else { return }
    if scopes.count == 1 { assembly.title = text } else { scopes[scopes.count - 1].label = text }
  }

  /// `:port` and `:port:n` after a node.
  private mutating func skipPort() throws(DOTScanner.Problem) {
    for _ in 0..<2 {
      guard try scanner.peek() == .mark(0x3a) else { return }
      _ = try scanner.next()
      _ = try value()
    }
  }

  private mutating func value() throws(DOTScanner.Problem) -> String {
    guard let text = try scanner.next().text else { throw problem("a value is missing here") }
    return text
  }

  private mutating func attributes() throws(DOTScanner.Problem) -> [Attribute] {
    var all: [Attribute] = []
    while try scanner.peek() == .mark(0x5b) {
      _ = try scanner.next()
      while true {
        let token = try scanner.next()
        if token == .mark(0x5d) { break }
        if token == .mark(0x3b) || token == .mark(0x2c) { continue }
        guard case .id(let name) = token else {
          throw problem("the name of an attribute is missing here", "[name=\"value\"]")
        }
        let place = scanner.place
        if try scanner.peek() == .mark(0x3d) {
          _ = try scanner.next()
          all.append((name, try value(), place))
        } else {
          all.append((name, "true", place))
        }
      }
    }
    return all
  }

  // MARK: Braces

  private mutating func open(name: String?) throws(DOTScanner.Problem) {
    guard scopes.count < Self.deepest else {
      throw problem("braces are nested more than \(Self.deepest) deep")
    }
    var scope = Scope()
    if let name, name.hasPrefix("cluster") { scope.cluster = name }
    let current = scopes.count - 1
    scopes[current].isNodeStatement = false
    if scopes[current].chain.isEmpty { scopes[current].chainPlace = scanner.place }
    scopes.append(scope)
  }

  private mutating func close() throws(DOTScanner.Problem) {
    let scope = scopes.removeLast()
    guard !scopes.isEmpty else { return }
    if let cluster = scope.cluster {
      let name = scope.label ?? cluster
      for row in scope.members {
        if let known = clusters[row] {
          if known != cluster { inSeveralClusters.insert(row) }
          continue
        }
        clusters[row] = cluster
        assembly.setNode(row, "cluster", name, at: scanner.place)
      }
    }
    try endpoint(scope.members, scopes[scopes.count - 1].chainPlace)
  }

  // MARK: Nodes and edges

  /// Nodes as the next end of the statement, which goes on after an arrow and ends otherwise.
  private mutating func endpoint(_ rows: [Int], _ place: Int) throws(DOTScanner.Problem) {
    let current = scopes.count - 1
    scopes[current].add(rows)
    if scopes[current].chain.isEmpty { scopes[current].chainPlace = place }
    scopes[current].chain.append(rows)
    scopes[current].wantsEnd = false
    if case .edge(let arrow) = try scanner.peek() {
      _ = try scanner.next()
      guard arrow == isDirected else {
        throw problem(
          isDirected ? "-- in a digraph" : "-> in a graph",
          isDirected ? "write ->" : "write --, or make it a digraph"
        )
      }
      scopes[current].wantsEnd = true
      return
    }
    let attributes = try attributes()
    let chain = scopes[current].chain
    let isNode = scopes[current].isNodeStatement
    scopes[current].chain = []
    scopes[current].isNodeStatement = false
    if chain.count == 1 {
      guard isNode else { return }
      try spend(attributes.count.multipliedReportingOverflow(by: rows.count).partialValue)
      for row in rows { apply(attributes, toNode: row) }
      return
    }
    for step in 1..<chain.count { try connect(chain[step - 1], chain[step], attributes) }
  }

  private func apply(_ attributes: [Attribute], toNode row: Int) {
    for (name, text, place) in attributes where text != "\\N" {
      assembly.setNode(row, name, text, at: place)
    }
  }

  private mutating func connect(
    _ from: [Int],
    _ to: [Int],
    _ attributes: [Attribute]
  ) throws(DOTScanner.Problem) {
    let (count, overflow) = from.count.multipliedReportingOverflow(by: to.count)
    guard !overflow, count <= mostTies - assembly.tieCount else {
      throw problem("the groups of nodes make more than \(mostTies) ties")
    }
    var defaults: [Attribute] = []
    for scope in scopes { defaults += scope.edgeDefaults }
    let all = defaults + attributes
    try spend(count.multipliedReportingOverflow(by: all.count).partialValue)
    let place = scopes[scopes.count - 1].chainPlace
    for source in from {
      for target in to {
        let (row, isNew) = tie(source, target, place)
        // Of a tie that is there already only what is said of it again.
        let said = isNew ? all : attributes
        for (name, text, place) in said where name != "dir" {
          assembly.setTie(row, name, text, at: place)
        }
        if isStrict, let weight = said.last(where: { $0.name == "weight" })?.text,
          let before = weights.updateValue(weight, forKey: row), before != weight
        {
          hasSeveralWeights.insert(row)
        }
        guard isDirected, let way = said.last(where: { $0.name == "dir" })?.text else { continue }
        if way == "none" || way == "both" { assembly.setDirection(.undirected, ofTie: row) }
      }
    }
  }

  private mutating func spend(_ values: Int) throws(DOTScanner.Problem) {
    valuesLeft -= values
    guard valuesLeft >= 0 else { throw problem("defaults give too many values to nodes and ties") }
  }

  /// A new tie, or in a strict graph the one that is there already.
  private mutating func tie(_ source: Int, _ target: Int, _ place: Int) -> (row: Int, isNew: Bool) {
    guard isStrict else { return (assembly.addTie(source, target, at: place), true) }
    let (low, high) = isDirected || source < target ? (source, target) : (target, source)
    let key = UInt64(low) << 32 | UInt64(high)
    if let row = known[key] { return (row, false) }
    let row = assembly.addTie(source, target, at: place)
    known[key] = row
    return (row, true)
  }
}
