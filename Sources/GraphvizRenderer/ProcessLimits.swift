import CGraphviz

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the child process denies itself before it looks at the description.
enum ProcessLimits {
  static let memoryBytes: UInt64 = 1 << 30
  static let processorSeconds: UInt64 = 20
  static let fileBytes: UInt64 = 256 << 20

  /// Sets the limits, a neutral locale and an empty environment (which names fonts and plugins).
  ///
  /// Descriptors other than the standard three and those of `keeping` are closed.
  static func apply(keeping: [Int32]) throws(RenderFailure) {
    cgv_clear_environment()
    // Files that the parent had open are none of our business.
    for descriptor in 3..<Int32(256) where !keeping.contains(descriptor) { close(descriptor) }
    guard setlocale(LC_ALL, "C") != nil else { throw .limitsRefused }
    signal(SIGXFSZ, SIG_IGN)  // a result that is too large is a failed write, not a death
    signal(SIGPIPE, SIG_IGN)
    try lower(Resource.core, to: 0)
    try lower(Resource.processor, to: processorSeconds)
    try lower(Resource.file, to: fileBytes)
    // A sanitizer maps terabytes of shadow memory.
    if cgv_symbol_exists("__asan_init") == 0, cgv_symbol_exists("__tsan_init") == 0 {
      try lower(Resource.memory, to: memoryBytes)
    }
  }

  #if canImport(Glibc)
    private enum Resource {
      static let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
      static let processor = __rlimit_resource_t(RLIMIT_CPU.rawValue)
      static let file = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      static let memory = __rlimit_resource_t(RLIMIT_AS.rawValue)
    }
    private typealias ResourceName = __rlimit_resource_t
  #else
    private enum Resource {
      static let core = RLIMIT_CORE
      static let processor = RLIMIT_CPU
      static let file = RLIMIT_FSIZE
      static let memory = RLIMIT_AS
    }
    private typealias ResourceName = Int32
  #endif

  private static func lower(_ resource: ResourceName, to wanted: UInt64) throws(RenderFailure) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { throw .limitsRefused }
    limit.rlim_max = min(limit.rlim_max, rlim_t(wanted))
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max)
    #if canImport(Glibc)
      guard setrlimit(resource, &limit) == 0 else { throw .limitsRefused }
    #else
      // Darwin refuses a limit on the address space that is already passed; the deadline remains.
      guard setrlimit(resource, &limit) == 0 || resource == RLIMIT_AS else { throw .limitsRefused }
    #endif
  }
}
