/// Why a DL file is not read further.
struct DLProblem: Error {
  let code: DiagnosticCode
  let message: String
  let hint: String?
  let place: Int

  init(_ code: DiagnosticCode, _ message: String, hint: String? = nil, at place: Int) {
    (self.code, self.message, self.hint, self.place) = (code, message, hint, place)
  }
}
