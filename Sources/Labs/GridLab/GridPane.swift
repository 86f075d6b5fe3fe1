import Learning

/// The grids of a lab that can have the focus.
protocol GridPane: Hashable, Sendable {
  /// The numbers that everything else is made from.
  static var input: Self { get }
  /// Whether digits change its cells.
  var isEditable: Bool { get }
  /// Whether its cells are places of the output, so that a cursor in it chooses a window.
  var showsOutputs: Bool { get }
}

/// What a line of text is asked for in a lab of grids.
enum GridPurpose<Pane: GridPane>: Equatable, Sendable {
  /// The numbers of a pane.
  case grid(Pane)
  /// The padding on each side.
  case padding
  /// An answer to a question.
  case guess(GridGuess)
}

/// A question about a cell, with what the usual mistakes lead to.
struct GridGuess: Equatable, Sendable {
  let prediction: Prediction
  /// Where the timeline goes after an answer.
  let revealing: Int
  /// The input cell that is asked about, if it is one.
  var asked: Position?
}
