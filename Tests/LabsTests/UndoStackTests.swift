import Testing

@testable import Labs

@Suite("Undo")
struct UndoStackTests {
  @Test func whatWasUndoneComesBack() {
    var history = UndoStack<Int>()
    history.record(1)
    history.record(2)
    #expect(history.undo(from: 3) == 2)
    #expect(history.undo(from: 2) == 1)
    #expect(history.undo(from: 1) == nil)
    #expect(history.redo(from: 1) == 2)
    #expect(history.redo(from: 2) == 3)
    #expect(history.redo(from: 3) == nil)
  }

  @Test func aNewEditForgetsWhatWasUndone() {
    var history = UndoStack<Int>()
    history.record(1)
    _ = history.undo(from: 2)
    history.record(1)
    #expect(history.redo(from: 5) == nil)
    #expect(history.undo(from: 5) == 1)
  }

  @Test func onlyTheLastEditsAreKept() {
    var history = UndoStack<Int>(limit: 3)
    for version in 0..<10 { history.record(version) }
    #expect(history.undo(from: 10) == 9)
    #expect(history.undo(from: 9) == 8)
    #expect(history.undo(from: 8) == 7)
    #expect(!history.canUndo)
  }
}
