/// The network as a table: who is tied to whom, actors in the order of their groups.
///
/// Written as SVG directly; every cell tells what it is, texts stay texts. Rows give, columns receive;
/// ties of all relations between two actors are added up.
public struct HeatMap: Sendable {
  /// The picture.
  public let svg: [UInt8]
  /// Actors in the order of rows and columns, as indices of the input.
  public let order: [Int]

  /// Actors up to which there is a picture.
  public static let mostActors = 5_000
  /// Actors up to which rows and columns have names.
  private static let mostNames = 200
  /// Cells up to which each has a text of its own.
  private static let mostTitles = 6_000

  /// Draws `input`; `options` decide theme and language.
  public init(_ input: MapInput, options: MapOptions = MapOptions()) throws(DrawingError) {
    try input.check()
    let count = input.labels.count
    guard count <= Self.mostActors else { throw .tooManyActors(count, limit: Self.mostActors) }
    let cells = HeatCells(input)
    order = cells.order
    var writer = HeatWriter(
      cells,
      palette: MapPalette(options.theme),
      words: MapWords(options.language),
      hasNames: count <= Self.mostNames,
      hasTitles: cells.cells.count <= Self.mostTitles
    )
    writer.write()
    svg = Array(writer.text.utf8)
  }
}

/// The cells of a heat map and the order of its rows.
struct HeatCells {
  /// One cell with a tie.
  struct Cell {
    var row: Int
    var column: Int
    var weight: Double
  }

  /// Rows from one place to another that belong to one group.
  struct Block {
    /// Index of the group, −1 for those without.
    var group: Int
    var rows: Range<Int>
  }

  let input: MapInput
  let order: [Int]
  let cells: [Cell]
  let blocks: [Block]
  let heaviest: Double
  let lightest: Double

  init(_ input: MapInput) {
    self.input = input
    let groups = input.groups?.categories.map { Int($0) } ?? input.labels.map { _ in -1 }
    var weights: [[Int: Double]] = input.labels.map { _ in [:] }
    var degrees = [Double](repeating: 0, count: input.labels.count)
    for tie in input.ties.sources.indices {
      let (a, b) = (Int(input.ties.sources[tie]), Int(input.ties.targets[tie]))
      guard a != b else { continue }
      let weight = input.ties.weights[tie]
      weights[a][b, default: 0] += weight
      if !input.relations[Int(input.ties.relations[tie])].isDirected {
        weights[b][a, default: 0] += weight
      }
      degrees[a] += 1
      degrees[b] += 1
    }
    let last = input.groups?.names.count ?? 0
    func rank(_ actor: Int) -> (Int, Double, Int) {
      (groups[actor] < 0 ? last : groups[actor], -degrees[actor], actor)
    }
    let order = input.labels.indices.sorted { rank($0) < rank($1) }
    self.order = order
    var place = [Int](repeating: 0, count: order.count)
    for (row, actor) in order.enumerated() { place[actor] = row }
    var cells: [Cell] = []
    for (row, actor) in order.enumerated() {
      for (other, weight) in weights[actor].map({ (place[$0.key], $0.value) }).sorted(by: <) {
        cells.append(Cell(row: row, column: other, weight: weight))
      }
    }
    self.cells = cells
    var blocks: [Block] = []
    for (row, actor) in order.enumerated() {
      if blocks.last?.group == groups[actor] {
        blocks[blocks.count - 1].rows = blocks[blocks.count - 1].rows.lowerBound..<row + 1
      } else {
        blocks.append(Block(group: groups[actor], rows: row..<row + 1))
      }
    }
    self.blocks = blocks
    heaviest = cells.reduce(0) { max($0, $1.weight) }
    lightest = cells.reduce(heaviest) { min($0, $1.weight) }
  }

  /// Index of the block of each row.
  var blockOfRow: [Int] {
    blocks.enumerated().flatMap { index, block in block.rows.map { _ in index } }
  }
}
