import LearningRegion
import Testing

struct ColumnsTests {
  @Test func rowsWithoutAValueAreNil() {
    var column = LazyColumn<Int>()
    #expect(column.isEmpty)
    #expect(column[0] == nil && column[1000] == nil)
    column[5] = 7
    #expect(!column.isEmpty)
    #expect((0..<8).map { column[$0] } == [nil, nil, nil, nil, nil, 7, nil, nil])
    column[2] = 1
    column[2] = 2
    #expect(column[2] == 2)
  }

  @Test func takingValuesAwayEmptiesTheColumn() {
    var column = LazyColumn<String>()
    column[3] = "x"
    column[1] = "y"
    column[3] = nil
    #expect(!column.isEmpty)
    column[1] = nil
    column[1] = nil
    column[9] = nil
    #expect(column.isEmpty)
    #expect(column == LazyColumn<String>())
  }

  @Test func rowsBeyondTheLastValueDoNotCount() {
    var left = LazyColumn<Int>()
    var right = LazyColumn<Int>()
    left[1] = 4
    right[1] = 4
    right[6] = 1
    #expect(left != right)
    right[6] = nil
    #expect(left == right)
    right[0] = 4
    #expect(left != right)
  }

  @Test func tablesHoldRowsAndColumns() {
    var table = RegionTable([1, 2])
    #expect(table.rows == [1, 2] && table.attributes.isEmpty)
    var column = AttributeColumn(name: "Colour")
    column.values[1] = "red"
    table.attributes.append(column)
    #expect(table != RegionTable([1, 2]))
    #expect(table.attributes[0].name == "Colour")
  }
}
