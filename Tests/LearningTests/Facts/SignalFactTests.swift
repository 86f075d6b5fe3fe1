import Learning
import Testing

@Suite struct SignalFactTests {
  @Test(arguments: Fact.about("conv1d"))
  func conv1d(_ fact: Fact) throws {
    let mode = try #require(SignalMode(rawValue: try fact["mode"].text ?? ""))
    let convolution = try Convolution1D(
      signal: fact["signal"].reals, kernel: fact["kernel"].reals, mode: mode,
      flipped: fact["flip_kernel"].isTrue)
    fact.expect(convolution.output(), try fact.expected.reals)
  }

  @Test(arguments: Fact.about("conv1d_steps"))
  func steps(_ fact: Fact) throws {
    let convolution = try Convolution1D(
      signal: fact["signal"].reals, kernel: fact["kernel"].reals, flipped: fact["flip_kernel"].isTrue)
    let expected = fact.expected.list
    #expect(convolution.count == expected.count)
    for entry in expected {
      let step = try convolution.step(entry["step"].integer - 1)
      fact.expect(step.terms.map(\.product), try entry["products"].reals)
      #expect(try step.sum == entry["sum"].real)
      #expect(try step.isFullyInside == entry["fully_inside"].isTrue)
    }
  }

  @Test(arguments: Fact.about("conv1d_inside_steps"))
  func insideSteps(_ fact: Fact) throws {
    let (n, m) = (try fact["n"].integer, try fact["m"].integer)
    let convolution = try Convolution1D(
      signal: Array(repeating: 1, count: n), kernel: Array(repeating: 1, count: m))
    #expect(try convolution.insideSteps.map(Array.init) == fact.expected.integers)
  }

  @Test(arguments: Fact.about("reverse"))
  func reverse(_ fact: Fact) throws {
    let convolution = try Convolution1D(signal: [1], kernel: fact["values"].reals, flipped: true)
    #expect(try convolution.appliedKernel == fact.expected.reals)
  }
}
