/// The formats of networks that are read and written. The raw value is the name on the command line.
public enum NetworkFormat: String, Hashable, Sendable, CaseIterable {
  /// A region folder.
  case folder
  /// One table of ties, with or without a heading, separated by commas, semicolons, tabs or spaces.
  case edges
  /// GraphML, the dialects of networkx, igraph and yEd included.
  case graphml
  /// GEXF 1.1 to 1.3, the format of Gephi.
  case gexf
  /// networkx's node-link JSON.
  case nodeLink = "node-link"
  /// graphology's JSON.
  case graphology
  /// Cytoscape.js elements as JSON.
  case cytoscape
  /// D3's older JSON, where the ends of links are places in the list of nodes.
  case d3
  /// Kumu's JSON.
  case kumuJSON = "kumu-json"
  /// Points of GeoJSON as actors; only read.
  case geojson
  /// Gephi's tables: edges, nodes, a matrix, or lists of neighbours.
  case gephi
  /// Kumu's table of connections or of elements.
  case kumu
  /// Pajek's .net, and .paj with one network.
  case pajek
  /// GML.
  case gml
  /// UCINET's DL.
  case dl
  /// DOT, the language of Graphviz.
  case dot
  /// UCINET's own dataset of two files, `.##h` and `.##d`; only read.
  case ucinet
  /// Excel's workbooks: a sheet per file of a region folder, or tables of nodes and ties on any sheets.
  case xlsx

  /// What people call it.
  public var title: String {
    switch self {
    case .folder: "region folder"
    case .edges: "edge list"
    case .graphml: "GraphML"
    case .gexf: "GEXF"
    case .nodeLink: "node-link JSON"
    case .graphology: "graphology JSON"
    case .cytoscape: "Cytoscape JSON"
    case .d3: "D3 JSON"
    case .kumuJSON: "Kumu JSON"
    case .geojson: "GeoJSON"
    case .gephi: "Gephi CSV"
    case .kumu: "Kumu table"
    case .pajek: "Pajek"
    case .gml: "GML"
    case .dl: "UCINET DL"
    case .dot: "DOT"
    case .ucinet: "UCINET dataset"
    case .xlsx: "Excel workbook"
    }
  }

  /// The format that the ending of a file's name stands for; nil where it tells nothing.
  public init?(ending name: String) {
    let lower = name.lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(where: lower.hasSuffix) })
    else { return nil }
    self = format
  }

  /// Whether it can be written.
  public var isWritten: Bool { self == .folder || writer(WritingOptions()) != nil }

  /// Endings of the names of files, in lower case.
  var endings: [String] {
    switch self {
    case .folder: []
    case .edges: [".csv", ".tsv", ".txt", ".edges", ".edgelist"]
    case .graphml: [".graphml", ".graphmlz"]
    case .gexf: [".gexf"]
    case .nodeLink: [".json"]
    case .graphology, .cytoscape, .d3, .kumuJSON, .gephi, .kumu: []
    case .geojson: [".geojson"]
    case .pajek: [".net", ".paj"]
    case .gml: [".gml"]
    case .dl: [".dl"]
    case .dot: [".dot", ".gv"]
    case .ucinet: [".##h", ".##d"]
    case .xlsx: [".xlsx", ".xlsm"]
    }
  }

  /// What reads it from text; nil for folders, edge lists and workbooks, which are tables, and for
  /// UCINET's two files.
  var reader: (any FormatReader.Type)? {
    switch self {
    case .folder, .edges, .ucinet, .xlsx: nil
    case .graphml: GraphMLReader.self
    case .gexf: GEXFReader.self
    case .nodeLink: NodeLinkReader.self
    case .graphology: GraphologyReader.self
    case .cytoscape: CytoscapeReader.self
    case .d3: D3Reader.self
    case .kumuJSON: KumuJSONReader.self
    case .geojson: GeoJSONReader.self
    case .gephi: GephiReader.self
    case .kumu: KumuReader.self
    case .pajek: PajekReader.self
    case .gml: GMLReader.self
    case .dl: DLReader.self
    case .dot: DOTReader.self
    }
  }

  /// What writes it; nil for a folder, which is several files, and for what is only read.
  func writer(_ options: WritingOptions) -> (any FormatWriter.Type)? {
    switch self {
    case .folder, .geojson, .ucinet: nil
    case .xlsx: XLSXWriter.self
    case .edges: EdgeListWriter.self
    case .graphml: GraphMLWriter.self
    case .gexf: GEXFWriter.self
    case .nodeLink: NodeLinkWriter.self
    case .graphology: GraphologyWriter.self
    case .cytoscape: CytoscapeWriter.self
    case .d3: D3Writer.self
    case .kumuJSON: KumuJSONWriter.self
    case .gephi: GephiWriter.self
    case .kumu: options.kumuFile == .workbook ? KumuWorkbookWriter.self : KumuWriter.self
    case .pajek: PajekWriter.self
    case .gml: GMLWriter.self
    case .dl: DLWriter.self
    case .dot: DOTWriter.self
    }
  }
}
