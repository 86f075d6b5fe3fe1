import Learning
import TerminalUI

extension ConvLab {
  func typedGrid(of pane: ConvPane) -> (name: String, text: String)? {
    switch pane {
    case .input: ("input", settings.grid.text)
    case .kernel: ("kernel", settings.kernel.text)
    case .upstream: ("upstream gradient", upstreamGrid?.typed ?? "")
    case .turnedKernel, .output, .counterpart, .inputGradient, .kernelGradient, .biasGradient, .strip,
      .window, .weights, .products, .sum:
      nil
    }
  }

  func settings(with text: String, in pane: ConvPane) throws(LabRefusal) -> ConvolutionScene {
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
    } catch let error as TableError {
      throw LabRefusal(error.description)
    } catch let error as LabRefusal {
      throw error
    } catch {
      throw LabRefusal("these numbers cannot be used")
    }
    return scene
  }
}
