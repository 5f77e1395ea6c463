import Testing

@testable import SafeFiles

@Suite struct TemporaryFilesTests {
  @Test func registeredFilesAreRemovedTogether() throws {
    // A table of its own: the shared one holds what other tests are writing right now.
    let table = TemporaryFileTable(slotCount: 3)
    let folder = TemporaryFolder()
    for name in ["a", "b", "c", "d"] { folder.put([1], as: name) }
    let a = try #require(table.register(folder["a"]))
    #expect(table.register(folder["b"]) != nil)
    table.unregister(a)
    #expect(table.register(folder["c"]) == a)
    table.removeAll()
    #expect(folder.names == ["a", "d"])
  }

  @Test func fullTableAndLongPathsAreNotRegistered() {
    let table = TemporaryFileTable(slotCount: 1)
    #expect(table.register(String(repeating: "x", count: 4096)) == nil)
    #expect(table.register(String(repeating: "x", count: 4095)) == 0)
    #expect(table.register("y") == nil)
    table.unregister(0)
    #expect(table.register("y") == 0)
  }
}
