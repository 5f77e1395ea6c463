#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A failed operation on a file, with the path, the system's error number and what it means.
///
/// `description` is one plain sentence for people; programs look at `category`.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is: this decides what a program does about it.
  public enum Category: Hashable, Sendable, CaseIterable {
    /// The file, or the folder it should be in, does not exist.
    case missing
    /// It exists and cannot be read: permission, or a failing device.
    case unreadable
    /// A folder stands where a file is wanted.
    case isDirectory
    /// A file stands where a folder is wanted.
    case notADirectory
    /// A socket, a named pipe or a disk device stands where a file is wanted.
    case notAFile
    /// The target exists and may not be replaced.
    case exists
    /// The device or the quota is full.
    case noSpace
    /// It cannot be written: permission, a read-only device, a failing device.
    case cannotWrite
    /// It is larger than the limit, or than the memory there is.
    case tooLarge
    /// Whoever was reading our output has stopped; a program ends quietly then.
    case brokenPipe
  }

  /// What was being done.
  public enum Operation: String, Hashable, Sendable {
    case open, read, map, list, create, write, flush, rename, remove, close
  }

  /// The path as the caller gave it.
  public let path: String
  /// What was being done when it failed.
  public let operation: Operation
  /// The system's error number, 0 where the refusal is ours.
  public let errno: Int32
  /// What kind of trouble it is.
  public let category: Category

  /// An error with a category chosen by the caller.
  public init(path: String, operation: Operation, errno: Int32 = 0, category: Category) {
    self.path = path
    self.operation = operation
    self.errno = errno
    self.category = category
  }

  /// An error whose category follows from the system's error number.
  public init(path: String, operation: Operation, errno: Int32) {
    self.init(
      path: path,
      operation: operation,
      errno: errno,
      category: Self.category(of: errno, during: operation)
    )
  }

  /// True where the operation would have changed something.
  var isWriting: Bool {
    switch operation {
    case .open, .read, .map, .list: false
    case .create, .write, .flush, .rename, .remove, .close: true
    }
  }

  private static func category(of number: Int32, during operation: Operation) -> Category {
    switch number {
    case ENOENT: return .missing
    case EISDIR: return .isDirectory
    case ENOTDIR: return .notADirectory
    case EEXIST: return .exists
    case ENOSPC, EDQUOT: return .noSpace
    case EFBIG, ENOMEM, EOVERFLOW: return .tooLarge
    case EPIPE: return .brokenPipe
    case ENXIO, ENODEV: return .notAFile
    default: break
    }
    switch operation {
    case .open, .read, .map, .list: return .unreadable
    case .create, .write, .flush, .rename, .remove, .close: return .cannotWrite
    }
  }

  /// One plain sentence: what could not be done, to what, and why.
  public var description: String {
    let doing =
      switch operation {
      case .list: "cannot list the folder"
      case .open, .read, .map: "cannot read"
      case .create, .write, .flush, .rename, .remove, .close: "cannot write"
      }
    return "\(doing) \(Self.quoted(path)): \(reason)"
  }

  /// The reason alone, without the path, in plain words.
  public var reason: String {
    switch category {
    case .missing:
      isWriting ? "its folder does not exist" : "there is no such file or folder"
    case .isDirectory: "it is a folder, not a file"
    case .notADirectory: "it is not a folder"
    case .notAFile: "it is not a regular file"
    case .exists: "it already exists"
    case .noSpace: "no space left on the device"
    case .tooLarge: "it is too large"
    case .brokenPipe: "nobody reads the output any more"
    case .unreadable, .cannotWrite: Self.systemText(errno)
    }
  }

  /// The path between quotes, control characters shown as `\u{..}` so that a file name cannot
  /// command a terminal.
  private static func quoted(_ path: String) -> String {
    var out = "\""
    for scalar in path.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        out += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Own words for the common numbers, so that no locale changes them.
  private static func systemText(_ number: Int32) -> String {
    switch number {
    case EACCES, EPERM: "permission denied"
    case EROFS: "the device is read-only"
    case EIO: "the device reported an input/output error"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case EBUSY, ETXTBSY: "it is in use"
    case EBADF: "it is not open"
    case EINVAL: "the device refused the operation"
    default: "system error \(number)"
    }
  }
}
