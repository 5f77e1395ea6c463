import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The child's side of a drawing: a description in, a picture out, then the process ends.
///
/// libgraphviz crashes on some input, cannot be cancelled, is not safe with two threads and takes its
/// own death for an answer to a lack of memory. So it runs here alone, in a process that limits itself
/// first; whoever starts it reads the exit status and goes on. One graph, one thread, one context, and
/// a fixed order of calls: layout, render, free layout, close, free context.
public enum GraphvizRenderer {
  /// Draws what `input` describes and writes the picture to `output`.
  ///
  /// To be called once, by a process started for it: it lowers the limits of the process, clears its
  /// environment and leaves libgraphviz's memory to the end of the process.
  ///
  /// - Parameters:
  ///   - input: the descriptor of a description (``DrawingDescription`` gives the format).
  ///   - output: where the SVG, PDF, PNG, DOT or layout goes.
  ///   - messages: where one line about a failure goes.
  /// - Returns: the exit status: 0, or the raw value of a ``RenderFailure``.
  public static func run(
    input: Int32 = 0,
    output: Int32 = 1,
    messages: Int32 = 2
  ) -> Int32 {
    do throws(RenderFailure) {
      try ProcessLimits.apply(keeping: [input, output, messages])
      // Libraries that print must not print into the picture.
      let picture = dup(output)
      guard picture >= 0, dup2(messages, output) >= 0 else { throw .writeFailed }
      let description = try DescriptionReader.read(try Descriptor.readAll(input))
      try Descriptor.writeAll(try draw(description), to: picture)
      guard close(picture) == 0 else { throw .writeFailed }
      return 0
    } catch {
      let said = firstMessage.withLock { $0 }
      if !said.isEmpty { try? Descriptor.writeAll(said + [0x0A], to: messages) }
      return error.rawValue
    }
  }

  /// The first thing libgraphviz complained about, at most 500 bytes of it.
  private static let firstMessage = Mutex<[UInt8]>([])
  private static let errorCount = Mutex(0)

  private static func draw(_ description: DrawingDescription) throws(RenderFailure) -> [UInt8] {
    cgv_on_error { text in
      GraphvizRenderer.errorCount.withLock { $0 += 1 }
      guard let text else { return 0 }
      GraphvizRenderer.firstMessage.withLock { message in
        for index in 0..<500 where message.count < 500 {
          let byte = UInt8(bitPattern: text[index])
          if byte == 0 { break }
          if byte >= 0x20 { message.append(byte) }
        }
      }
      return 0
    }
    cgv_forgive_leaks()
    guard let context = gvContext() else { throw .layoutFailed }
    defer { gvFreeContext(context) }
    let built = try GraphBuilder(description)
    defer { agclose(built.root) }
    guard errors == 0 else { throw .graphRefused }
    guard cgv_layout(context, built.root, description.engine.pluginName) == 0 else {
      throw .layoutFailed
    }
    defer { gvFreeLayout(context, built.root) }
    guard errors == 0 else { throw .layoutFailed }
    // Also proves that every position is finite before a renderer sees it.
    let layout = try LayoutAnswer.bytes(of: description, in: built)
    if description.output == .layout { return layout }
    return try render(description.output, context: context, graph: built.root)
  }

  /// The font that names are measured and drawn in where the machine has it.
  public static let fontFamily = "DejaVu Sans"

  /// The version of libgraphviz, such as `2.43.0`; `nil` where it does not start.
  ///
  /// For a program with one thread that tells what it runs on: no plugin is loaded, nothing is drawn.
  public static func libraryVersion() -> String? {
    guard let context = gvContext() else { return nil }
    defer { gvFreeContext(context) }
    return gvcVersion(context).map { String(cString: $0) }
  }

  private static var errors: Int { errorCount.withLock { $0 } }

  private static func render(
    _ output: DrawingDescription.Output,
    context: OpaquePointer,
    graph: UnsafeMutablePointer<Agraph_t>
  ) throws(RenderFailure) -> [UInt8] {
    let format =
      switch output {
      case .svg: "svg:svg:core"
      case .pdf: "pdf:cairo:cairo"
      case .png: "png:cairo:cairo"
      case .dot, .layout: "dot:dot:core"
      }
    var memory: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let stream = open_memstream(&memory, &size) else { throw .renderingFailed }
    defer { free(memory) }
    let status = cgv_render(context, graph, format, stream)
    guard fclose(stream) == 0, status == 0, errors == 0, size > 0, let memory else {
      throw .renderingFailed
    }
    return UnsafeRawBufferPointer(start: memory, count: size).withMemoryRebound(to: UInt8.self) {
      Array($0)
    }
  }
}
