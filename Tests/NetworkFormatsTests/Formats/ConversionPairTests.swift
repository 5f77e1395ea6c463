import LearningRegion
import Testing

@testable import NetworkFormats

/// From each format to each: what a format does not say it loses comes back.
@Suite struct ConversionPairTests {
  static let formats = NetworkFormat.allCases.filter { $0.isWritten }

  /// A small region with two relations, one of them undirected, times, waves, types, lists and an actor without ties.
  private static func region() throws -> Region {
    let actors = """
      id,label,type,parent,employees,lat,lon,needs,note
      sj,"Sjøbris, AS",enterprise,,12,62.1,5.2,sveising|robot,"a ""b"" c"
      per,Áile Ŋ,person,sj,,,,,
      hs,Høgskulen 🐟,university,,300,61.9,6,,x
      alone,Åleine,civil,,,,,,

      """
    let ties = """
      source,target,relation,weight,wave,start,end,comment
      sj,hs,tillit,2.5,v1,2023-02-01,2023-12-31,ok
      hs,sj,tillit,1,v2,2024-01,,
      per,hs,tillit,4,v2,,,"to, tre"
      sj,hs,råd,1,v2,,,
      per,sj,råd,3,v1,,,

      """
    let yaml = """
      title: Små øyar
      date: 2024-05-17
      relations:
        tillit: {kind: trust, directed: true, scale: [0, 5]}
        råd: {kind: advice, directed: false}
      waves: [v1, v2]

      """
    let files = ["actors.csv": actors, "ties.csv": ties, "region.yaml": yaml]
    return try #require(readFolder(files).region)
  }

  private static func written(_ region: Region, _ format: NetworkFormat) throws -> Region {
    if format == .folder {
      var files: [String: String] = [:]
      for file in RegionFolderWriter.files(region) {
        files[file.name] = String(decoding: file.bytes, as: UTF8.self)
      }
      return try #require(readFolder(files).region)
    }
    let bytes = NetworkWriter.bytes(region, as: format)
    let result = NetworkReader.read(
      bytes: bytes,
      name: "x" + (format.endings.first ?? ".json"),
      format: format
    )
    #expect(result.report.diagnostics.rendered() == "", "\(format)")
    return try #require(result.region, "\(format)")
  }

  /// All files of the region as text, with the direction of a relation said where it is the usual one.
  private static func said(_ region: Region) throws -> [String] {
    var draft = region.draft
    for relation in draft.relations.indices where draft.relations[relation].directed == nil {
      draft.relations[relation].directed = true
    }
    return RegionFolderWriter.files(try Region(draft)).flatMap { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      return [file.name] + lines.map(String.init)
    }
  }

  @Test(arguments: formats, formats)
  func whatIsNotLostComesBack(from: NetworkFormat, to: NetworkFormat) throws {
    // What a format cannot hold of the region is gone after the first conversion, whatever it was.
    let given = try Self.written(Self.region(), from)
    let back = try Self.written(given, to)
    guard NetworkWriter.losses(of: given, in: to).isEmpty else { return }
    #expect(try Self.said(back) == Self.said(given), "\(from) to \(to)")
  }

  @Test(arguments: formats)
  func whatTheRegionLosesIsSaid(format: NetworkFormat) throws {
    let region = try Self.region()
    let back = try Self.written(region, format)
    let isWhole = try Self.said(back) == Self.said(region)
    #expect(NetworkWriter.losses(of: region, in: format).isEmpty == isWhole)
    #expect(isWhole == (format == .folder || format == .xlsx))
  }
}
