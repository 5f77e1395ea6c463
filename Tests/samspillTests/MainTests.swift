import Foundation
import Testing

@testable import samspill

@Suite("The program")
struct MainTests {
  @Test func versionIsThere() {
    #expect(Version.text.split(separator: ".").count == 3)
  }
}
