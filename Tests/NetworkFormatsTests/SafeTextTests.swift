import Testing

@testable import NetworkFormats

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("answers.csv", "answers.csv"), ("svar-2024/ærlig.xlsx", "svar-2024/ærlig.xlsx"),
    ("svar 2024.xlsx", "'svar 2024.xlsx'"), ("it's.csv", #"'it'\''s.csv'"#),
    ("a;b$(c).csv", "'a;b$(c).csv'"), ("a\u{1b}.csv", "'a\u{241b}.csv'"),
  ])
  func wordsOfACommand(text: String, word: String) {
    #expect(SafeText.argument(text) == word)
  }
}
