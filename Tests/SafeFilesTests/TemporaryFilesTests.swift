import Testing

@testable import SafeFiles

@Suite struct TemporaryFilesTests {
  @Test func registeredFilesAreRemovedTogether() {
    // A table of its own: the shared one holds what other tests are writing right now.
    let table = TemporaryFileTable(slotCount: 3)
    let folder = TemporaryFolder()
    for name in ["a", "b", "c", "d"] { folder.put([1], as: name) }
    let a = table.register(folder["a"])
    let b = table.register(folder["b"])
    #expect((a, b) == (0, 1))
    table.unregister(0)
    let c = table.register(folder["c"])
    #expect(c == 0)
    table.removeAll()
    #expect(folder.names == ["a", "d"])
  }

  @Test func fullTableAndLongPathsAreNotRegistered() {
    let table = TemporaryFileTable(slotCount: 1)
    let tooLong = table.register(String(repeating: "x", count: 4096))
    let longest = table.register(String(repeating: "x", count: 4095))
    let tooMany = table.register("y")
    #expect((tooLong, longest, tooMany) == (nil, 0, nil))
    table.unregister(0)
    let again = table.register("y")
    #expect(again == 0)
  }
}
