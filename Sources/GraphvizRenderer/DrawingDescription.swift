/// A drawing as it comes over the wire: what to draw, nothing about where it came from.
///
/// # Wire format
///
/// UTF-8 lines ended by a line feed; fields separated by tabs. Inside a field `\t`, `\n` and `\\` stand
/// for tab, line feed and backslash. Numbers are decimal with a dot; positions are points (1/72 inch),
/// y upwards; other attributes keep Graphviz's units (inches for `width`, `height`, `len` …).
///
/// ```
/// samspill-drawing  1
/// output   svg | pdf | png | dot | layout
/// engine   dot | neato | fdp | sfdp | circo | twopi | fixed
/// edges    directed | undirected
/// graph    KEY VALUE …
/// group    c3  KEY VALUE …                     (a Graphviz cluster)
/// node    n17  c3 or -  KEY VALUE …            (names are our numbers; prefix n, k or t)
/// edge    n17  n4  KEY VALUE …
/// area    FILL  LINE  WIDTH  x,y x,y …         (a closed outline behind everything)
/// end     COUNT                                (number of records between the first line and this)
/// ```
///
/// `engine fixed` takes every node's `pos` and every edge's `pos` as they are; an area that covers the
/// page then gives the page its size, else libgvc crops to the nodes. `output layout` answers with positions instead of a picture (see ``LayoutAnswer``). Which keys exist, and what they may
/// hold, is ``AttributeRules``; the text of a label is the key `text`, its alignment `align`, its
/// weight `face`: the renderer makes Graphviz's own escapes and font names from them.
struct DrawingDescription {
  /// What the child writes.
  enum Output: String {
    case svg, pdf, png, dot, layout
  }

  /// The layout engine; `fixed` draws at the given positions.
  enum Engine: String {
    case dot, neato, fdp, sfdp, circo, twopi, fixed

    /// The name libgvc knows it by.
    var pluginName: String { self == .fixed ? "nop2" : rawValue }
  }

  /// Whether edges point somewhere.
  enum Edges: String {
    case directed, undirected
  }

  struct Attribute {
    var key: String
    var value: String
  }

  struct Group {
    var name: String
    var attributes: [Attribute]
  }

  struct Node {
    var name: String
    /// Index into ``DrawingDescription/groups``.
    var group: Int?
    var attributes: [Attribute]
  }

  struct Edge {
    /// Indices into ``DrawingDescription/nodes``.
    var tail: Int
    var head: Int
    var attributes: [Attribute]
  }

  struct Area {
    var fill: String
    var line: String
    var width: Double
    var points: [(x: Double, y: Double)]
  }

  var output: Output = .svg
  var engine: Engine = .neato
  var edgeKind: Edges = .directed
  var graph: [Attribute] = []
  var groups: [Group] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  var areas: [Area] = []
}
