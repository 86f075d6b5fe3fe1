import Foundation
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ElementaryTests {
  @Test func logarithmAgreesWithTheSystem() {
    var random = SeededNumbers(seed: 1)
    for _ in 0..<2000 {
      let x = Foundation.exp(Double.random(in: -700...700, using: &random))
      #expect(abs(Elementary.log(x) - Foundation.log(x)) <= 1e-13 * max(1, abs(Foundation.log(x))))
    }
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN && Elementary.log(.nan).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(abs(Elementary.log(.leastNonzeroMagnitude) + 744.44) < 0.01)
  }

  @Test func exponentialAgreesWithTheSystem() {
    for step in -1500...1500 {
      let x = Double(step) / 2
      let (ours, theirs) = (Elementary.exp(x), Foundation.exp(x))
      #expect(ours == theirs || abs(ours - theirs) <= 1e-13 * theirs + .leastNonzeroMagnitude, "\(x)")
    }
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func sineAndCosineAgreeWithTheSystem() {
    for step in -400...400 {
      let angle = Double(step) / 20
      let (sine, cosine) = Elementary.sineAndCosine(angle)
      #expect(abs(sine - Foundation.sin(angle)) < 1e-12, "\(angle)")
      #expect(abs(cosine - Foundation.cos(angle)) < 1e-12, "\(angle)")
    }
    #expect(Elementary.sineAndCosine(.infinity) == (0, 1))
  }
}
