import Learning
import TerminalUI

/// An open line editor and what its text is for.
struct PoolPrompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// The numbers of a pane.
    case grid(PoolPane)
    /// An answer to a question.
    case guess(PoolGuess)
  }

  let purpose: Purpose
  var editor: LineEditor
}

extension PoolLab {
  /// Opens the line editor for a pane's numbers, with `text` or the present ones in it.
  mutating func openGridPrompt(for pane: PoolPane, text: String? = nil) {
    let (name, present): (String, String)
    switch pane {
    case .input: (name, present) = ("input", settings.grid.text)
    case .upstream: (name, present) = ("upstream gradient", upstreamGrid.typed)
    case .output, .inputGradient, .window, .squares, .sum, .result:
      chrome.refuse("This grid is computed: tab to \(editableNames) to type one.")
      return
    }
    typed = ""
    prompt = PoolPrompt(purpose: .grid(pane), editor: LineEditor(prompt: "\(name):", text: text ?? present))
  }

  mutating func updatePrompt(_ event: Event) {
    guard var open = prompt else { return }
    switch open.editor.update(event) {
    case .editing: prompt = open
    case .cancelled: prompt = nil
    case .accepted(let text):
      do {
        try accept(text, for: open.purpose)
        prompt = nil
      } catch {
        open.editor.complaint = error.description
        prompt = open
      }
    }
  }

  private mutating func accept(_ text: String, for purpose: PoolPrompt.Purpose) throws(LabRefusal) {
    switch purpose {
    case .grid(let pane): try change(to: sceneWithGrid(of: pane, typed: text))
    case .guess(let question):
      let words = text.split(separator: " ")
      guard words.count == 1, let guess = Numeral.parse(words[0]), guess.isFinite else {
        throw LabRefusal("\(Echo.quote(text)) is not a number")
      }
      score.count(question.prediction.verdict(on: guess))
      let answer = question.prediction.sentence(for: guess)
      chrome.say(Toast("\(answer.text)  (\(score.text))", answer.kind))
      timeline.jump(to: question.revealing)
    }
  }

  private func sceneWithGrid(of pane: PoolPane, typed text: String) throws(LabRefusal) -> PoolingScene {
    var scene = settings
    let source: GridSource?
    do throws(GridError) {
      if pane == .upstream {
        scene.upstream = try Grid(parsing: text)
        return scene
      }
      source = try GridSource(parsing: text)
    } catch {
      throw LabRefusal(error.description)
    }
    guard let source else {
      throw LabRefusal("no grid is called \(Echo.quote(text)): type rows such as 1 0 2; 3 4 5")
    }
    scene.replaceGrid(source)
    return scene
  }
}
