extension Array {
  /// An array that `body` fills, as `init(unsafeUninitializedCapacity:initializingWith:)` makes it.
  ///
  /// That one writes the count even into the empty array, which is one object for all threads: zero
  /// over zero, but a data race all the same. Here an array without capacity is the empty array, left
  /// alone; `body` is asked with an empty buffer, whose address is not for use.
  @inlinable
  package init(
    filling capacity: Int,
    _ body: (inout UnsafeMutableBufferPointer<Element>, inout Int) -> Void
  ) {
    if capacity == 0 {
      // Not nil: pieces of the buffer, as empty as itself, are made from its address.
      let nowhere = UnsafeMutablePointer<Element>(bitPattern: MemoryLayout<Element>.alignment)
      var nothing = UnsafeMutableBufferPointer(start: nowhere, count: 0)
      var filled = 0
      body(&nothing, &filled)
      precondition(filled == 0, "more was filled than there is room for")
      self = []
    } else {
      self.init(unsafeUninitializedCapacity: capacity, initializingWith: body)
    }
  }
}
