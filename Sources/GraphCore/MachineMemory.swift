#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The memory of this machine.
public enum MachineMemory {
  /// What one computation may take: three quarters of it, in bytes.
  public static let allowance: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let pageSize = sysconf(Int32(_SC_PAGESIZE))
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: pageSize)
    return overflow || bytes <= 0 ? Int.max : bytes / 4 * 3
  }()
}
