#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import SafeFiles
import Testing

@Suite struct CheckedOutputTests {
  @Test func everythingArrivesThroughAPipe() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    // Far more than a pipe holds: the writer has to wait and to go on after short writes.
    let content = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 13) }
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    let reader = Task.detached { () -> [UInt8] in
      let file = try MappedFile(descriptor: reading, name: "pipe")
      return file.copied()
    }
    let output = CheckedOutput(descriptor: writing, name: "pipe", capacity: 100_000)
    for start in stride(from: 0, to: content.count, by: 777) {
      try output.write(Array(content[start..<min(start + 777, content.count)]))
    }
    try output.write("end")
    try output.flush()
    close(writing)
    #expect(try await reader.value == content + Array("end".utf8))
    close(reading)
  }

  @Test func fullDeviceIsSeenAtTheFlush() throws {
    let fd = open("/dev/full", O_WRONLY)
    try #require(fd >= 0)
    defer { close(fd) }
    let output = CheckedOutput(descriptor: fd, name: "standard output")
    try output.write("a")
    let error = failure { () throws(FileError) in try output.flush() }
    #expect(error?.category == .noSpace)
    let again = failure { () throws(FileError) in try output.write("b") }
    #expect(again == error, "a failed stream stays failed")
  }

  @Test func closedPipeIsItsOwnCase() throws {
    CheckedOutput.ignoreBrokenPipeSignal()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let output = CheckedOutput(descriptor: ends[1], name: "standard output", capacity: 1)
    let error = failure { () throws(FileError) in try output.write("ab") }
    #expect(error?.category == .brokenPipe)
  }

  @Test func closedDescriptorIsAnError() {
    let output = CheckedOutput(descriptor: 987_654, name: "standard output")
    let error = failure { () throws(FileError) in
      try output.write("a")
      try output.flush()
    }
    #expect(error?.category == .cannotWrite)
  }

  @Test func nothingWrittenIsNoCall() throws {
    var calls = SystemCalls.live
    calls.write = { _, _, _ in -1 }
    try CheckedOutput(descriptor: 1, name: "x", calls: calls).flush()
  }
}
