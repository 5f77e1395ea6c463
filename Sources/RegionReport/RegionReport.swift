import GraphCore
import LearningRegion
import Mustache
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// The report of a region: one HTML page that opens from disk and asks nobody for anything.
///
/// The page holds headlines, data quality, an interactive map, tables, an appendix on method, and the script that makes them work. Its
/// `Content-Security-Policy` allows its own script and style by hash and nothing else. Everything that comes from the data is escaped for
/// the place where it stands. Same region, options and program, same bytes.
public struct RegionReport: Sendable {
  /// The page.
  public let html: [UInt8]
  /// What the user should know, such as that the map is left out and why.
  public let notes: [String]

  /// Computes and writes the report.
  ///
  /// - Parameters:
  ///   - renderer: places the actors of the map; where it fails, the report has no map, and ``notes`` says so.
  ///   - isCancelled: polled while the map is placed.
  /// - Throws: ``LearningRegion/ProjectionError`` for names that are not there, ``NetworkMetrics/MetricError`` when stopped or for an
  ///   empty network, ``RegionDiagrams/DrawingError/cancelled``.
  public init(
    of region: Region,
    _ projection: GraphProjection = GraphProjection(),
    naming: Naming,
    options: ReportOptions = ReportOptions(),
    renderer: DiagramRenderer,
    control: RunControl = RunControl(),
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    let study = try ReportStudy(
      of: region,
      projection,
      naming: naming,
      options: options,
      control: control
    )
    let map = try ReportMap(study)
    let say = options.language
    let traits = MapTraits(map, of: region, naming: naming, say)
    var notes: [String] = []
    var data: MapData?
    var problem: String?
    do throws(DrawingError) {
      let layout = try MapLayout(map.layoutInput(study), seed: options.seed) {
        input,
        options throws(DrawingError) in
        try renderer.positions(input, options: options, isCancelled: isCancelled)
      }
      data = MapData(study: study, map: map, layout: layout, traits: traits)
    } catch {
      if error == .cancelled { throw error }
      problem = error.description
      notes.append("the report has no map: \(error.description)")
    }
    let profile = try ProfileContent(of: study, control: control)
    notes += profile.notes
    let words = PageWords.all(say)
    let source = ReportTables(study, map, words: words)
    let tables = [
      source.quality(), source.structure(), source.waves(), source.actors(traits),
      source.brokers(), try source.clusters(control: control), source.borders(),
      source.ties(on: data),
    ]
    let content = PageContent(
      study: study,
      headlines: try HeadlineWriter(study).headlines(control: control),
      map: data,
      drawingProblem: problem,
      tables: tables,
      profile: profile
    )
    html = try Page(content).bytes
    self.notes = notes
  }
}
