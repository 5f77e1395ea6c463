/// Choices in writing that a format leaves open.
public struct WritingOptions: Hashable, Sendable {
  /// A version of GEXF; the raw value is what the file says.
  public enum GEXFVersion: String, Hashable, Sendable, CaseIterable {
    /// What older programs read.
    case v1_2 = "1.2"
    /// What Gephi 0.10 writes.
    case v1_3 = "1.3"

    /// The namespace of the elements; `/viz` follows for pictures.
    var namespace: String {
      switch self {
      case .v1_2: "http://www.gexf.net/1.2draft"
      case .v1_3: "http://gexf.net/1.3"
      }
    }
  }

  /// What Kumu is given.
  public enum KumuFile: Hashable, Sendable, CaseIterable {
    /// A table of connections, as CSV.
    case table
    /// A workbook with a sheet of elements and one of connections.
    case workbook
  }

  /// The version of GEXF files.
  public var gexfVersion: GEXFVersion
  /// The kind of file for Kumu.
  public var kumuFile: KumuFile

  /// The usual choices.
  public init(gexfVersion: GEXFVersion = .v1_3, kumuFile: KumuFile = .table) {
    self.gexfVersion = gexfVersion
    self.kumuFile = kumuFile
  }
}
