import LearningRegion

/// The attributes that a GEXF file declares, for nodes and for edges.
struct GEXFAttributes {
  struct Attribute {
    let title: String
    let isOfNodes: Bool
    /// The column of nodes or of ties.
    let column: Int
    /// The value of those who have none of their own, and where it stands.
    var usual: (text: String, place: Int)?
    /// The last node or edge that had it.
    var lastOwner = 0

    /// - Parameter type: in lower case, as the file says it.
    init(title: String, isOfNodes: Bool, column: Int, type: String) {
      (self.title, self.isOfNodes, self.column) = (title, isOfNodes, column)
      self.type =
        switch type {
        case "integer", "int", "long", "short", "byte": .integer
        case "float", "double": .number
        case "boolean": .flag
        default: .text
        }
    }

    fileprivate let type: DeclaredType

    /// Whether the text is kept as it stands.
    func takes(_ text: UnsafeRawBufferPointer) -> Bool { type.takes(text) }

    /// The text as it is kept; nil where it is no value of the type, which is reported at `place`.
    func value(_ text: String, _ assembly: RegionAssembly, _ place: Int) -> String? {
      type.value(text, of: title, saidBy: "attribute", assembly, place)
    }
  }

  var all: [Attribute] = []
  /// Whether types are those of the first values only: networkx declares an attribute once, by the first value that
  /// it writes, whatever the others are.
  var typesAreOfFirstValues = false
  private var idsOfNodes = IDTable()
  private var idsOfEdges = IDTable()
  private var numbersOfNodes: [Int] = []
  private var numbersOfEdges: [Int] = []

  /// Adds an attribute and gives its number; nil where its class has one of this id.
  mutating func add(_ attribute: Attribute, id: String) -> Int? {
    var copy = id
    let known = copy.withUTF8 { number(of: UnsafeRawBufferPointer($0), attribute.isOfNodes) }
    guard known == nil else { return nil }
    let new = all.count
    if attribute.isOfNodes {
      idsOfNodes.append(id)
      numbersOfNodes.append(new)
    } else {
      idsOfEdges.append(id)
      numbersOfEdges.append(new)
    }
    all.append(attribute)
    return new
  }

  /// The text as it is kept; nil where it is no value of the attribute's type, which is reported at `place`.
  func value(
    _ text: String,
    of attribute: Attribute,
    _ assembly: RegionAssembly,
    _ place: Int
  ) -> String? {
    let plain = XMLNumber.trimmed(text)
    guard typesAreOfFirstValues, !plain.isEmpty, !attribute.type.isValue(plain) else {
      return attribute.value(text, assembly, place)
    }
    let title = SafeText.quoted(attribute.title)
    assembly.assume(.columns, "\(title) has values of several types, as networkx writes them")
    return plain
  }

  /// The number of the attribute of this id.
  func number(of id: UnsafeRawBufferPointer, _ isOfNode: Bool) -> Int? {
    isOfNode
      ? idsOfNodes.index(of: id).map { numbersOfNodes[$0] }
      : idsOfEdges.index(of: id).map { numbersOfEdges[$0] }
  }
}
