#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processors of this machine.
public enum Processors {
  /// How many are at work, at least one: so many threads are worth having where nobody says otherwise.
  public static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
