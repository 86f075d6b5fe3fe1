import Learning
import TerminalUI

/// An open line editor and what its text is for.
struct ConvPrompt: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// The numbers of a pane.
    case grid(ConvPane)
    /// An answer to a question; the timeline then goes to the position.
    case guess(Prediction, revealing: Int)
  }

  let purpose: Purpose
  var editor: LineEditor
}

extension ConvLab {
  /// Opens the line editor for a pane's numbers, with `text` or the present ones in it.
  mutating func openGridPrompt(for pane: ConvPane, text: String? = nil) {
    let (name, present): (String, String)
    switch pane {
    case .input: (name, present) = ("input", settings.grid.text)
    case .kernel: (name, present) = ("kernel", settings.kernel.text)
    case .upstream: (name, present) = ("upstream gradient", upstreamGrid?.typed ?? "")
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window,
      .weights, .products, .sum:
      chrome.refuse("This grid is computed: tab to the input or the kernel to type one.")
      return
    }
    typed = ""
    prompt = ConvPrompt(purpose: .grid(pane), editor: LineEditor(prompt: "\(name):", text: text ?? present))
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

  private mutating func accept(_ text: String, for purpose: ConvPrompt.Purpose) throws(LabRefusal) {
    switch purpose {
    case .grid(let pane): try change(to: sceneWithGrid(of: pane, typed: text))
    case .guess(let prediction, let position):
      let words = text.split(separator: " ")
      guard words.count == 1, let guess = Numeral.parse(words[0]), guess.isFinite else {
        throw LabRefusal("\(Echo.quote(text)) is not a number")
      }
      score.count(prediction.verdict(on: guess))
      let answer = prediction.sentence(for: guess)
      chrome.say(Toast("\(answer.text)  (\(score.text))", answer.kind))
      timeline.jump(to: position)
    }
  }

  private func sceneWithGrid(of pane: ConvPane, typed text: String) throws(LabRefusal) -> ConvolutionScene {
    var scene = settings
    do {
      if pane == .kernel {
        guard let kernel = try KernelSource(parsing: text) else {
          throw LabRefusal("no kernel is called \(Echo.quote(text)): type rows such as 1 0; 0 1")
        }
        scene.kernel = kernel
      } else if pane == .input {
        guard let grid = try GridSource(parsing: text) else {
          throw LabRefusal("no grid is called \(Echo.quote(text)): type rows such as 1 0 2; 3 4 5")
        }
        scene.grid = grid
      } else {
        scene.upstream = try Grid(parsing: text)
      }
    } catch let error as GridError {
      throw LabRefusal(error.description)
    } catch let error as LabRefusal {
      throw error
    } catch {
      throw LabRefusal("these numbers cannot be used")
    }
    return scene
  }
}
