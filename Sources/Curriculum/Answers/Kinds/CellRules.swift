/// The number in a hidden output cell of the step's scene is typed.
struct CellRules: NumericRules {
  var asksForCell: Bool { true }
  var needlessFields: [String] { ["choices"] }
}
