import Autodiff
import RealModule
import TestSupport
import Testing

@Suite struct TapeTests {
  @Test func listingShowsEveryNodeInOrder() {
    let tape = Tape<Double>(listsConstants: true)
    let x = tape.variable(1, named: "x")
    let y = tape.variable(2, named: "y")
    let f = x * y + 3 * .pow(x, 2)
    tape.sweep(from: f)
    let nodes = tape.nodes
    #expect(
      nodes.map(\.operation) == [.variable, .variable, .multiply, .integerPower, .constant, .multiply, .add])
    #expect(nodes.map(\.name) == ["x", "y", nil, nil, nil, nil, nil])
    #expect(nodes.map(\.inputs) == [[], [], [0, 1], [0], [], [4, 3], [2, 5]])
    #expect(nodes.map(\.value) == [1, 2, 2, 1, 3, 3, 5])
    #expect(nodes.map(\.partials) == [[], [], [2, 1], [2], [], [1, 3], [1, 1]])
    #expect(nodes.map(\.adjoint) == [8, 1, 1, 3, 1, 1, 1])
    #expect(nodes.map(\.parameter) == [nil, nil, nil, 2, nil, nil, nil])
    #expect(f.index == 6 && V(3).index == nil)
  }

  @Test func constantsAreLeftOutUnlessAskedFor() {
    let tape = Tape<Double>()
    let f = 2 * tape.variable(5) + 1
    tape.sweep(from: f)
    #expect(tape.nodes.map(\.inputs) == [[], [0], [1]])
    #expect(tape.nodes.map(\.adjoint) == [2, 1, 1])
  }

  @Test func zeroTimesInfinityIsNotLost() {
    let tape = Tape<Double>()
    // √x at 0 has the slope ∞, and what follows takes nothing of it.
    #expect(tape.valueAndDerivative(at: 0) { .power(.sqrt($0), 2) }.derivative.isNaN)
    #expect(tape.valueAndDerivative(at: 0) { 1 / (1 / $0) }.derivative.isNaN)
    #expect(tape.valueAndDerivative(at: 1000) { .log(1 + .exp($0)) }.derivative.isNaN)
    // What the output is not computed from does not count.
    let slope = tape.valueAndDerivative(at: 0) { x in
      _ = Variable<Double>.sqrt(x)
      return 2 * x
    }
    #expect(slope.derivative == 2)
  }

  @Test func tensorsDoNotLoseZeroTimesInfinityEither() {
    let tape = Tape<Double>()
    let x = tape.variable(Tensor(vector: [0, 4]))
    let root = TensorVariable.sqrt(x)
    tape.sweep(from: (root * root).sum())
    let slopes = tape.adjoint(of: x).elements
    #expect(slopes[0].isNaN)
    #expect(slopes[1] == 1)
  }

  @Test func sweepingTwiceStartsAfresh() {
    let tape = Tape<Double>()
    let x = tape.variable(3)
    let (square, sum) = (x * x, x + 1)
    tape.sweep(from: square)
    tape.sweep(from: square)
    #expect(tape.adjoint(of: x) == 6)
    tape.sweep(from: sum)
    #expect(tape.adjoint(of: x) == 1)
    #expect(tape.adjoint(of: square) == 0)
    tape.sweep(from: V(4))
    #expect(tape.adjoint(of: x) == 0)
  }

  @Test func reusingATapeGivesTheSameNumbers() {
    let tape = Tape<Double>()
    func rosenbrock(_ x: V, _ y: V) -> V { .pow(1 - x, 2) + 100 * .pow(y - x * x, 2) }
    for step in 0..<1000 {
      let x = Double(step) / 100 - 5
      let reused = tape.valueAndGradient(at: x, 1, of: rosenbrock)
      let fresh = Tape<Double>().valueAndGradient(at: x, 1, of: rosenbrock)
      #expect(reused == fresh)
    }
  }

  @Test func longRecordingsGrowTheTape() {
    let tape = Tape<Double>()
    let (value, slope) = tape.valueAndDerivative(at: 1) { x in
      var sum = x
      for _ in 0..<10_000 { sum += x }
      return sum
    }
    #expect(value == 10_001 && slope == 10_001)
    #expect(tape.count == 10_001)
  }

  @Test func constantFunctionsHaveNoSlope() {
    let (value, dx, dy) = Tape<Double>().valueAndGradient(at: 1, 2) { _, _ in 7 }
    #expect(value == 7 && dx == 0 && dy == 0)
  }

  @Test func errorsLeaveTheTapeUsable() {
    struct Refusal: Error {}
    let tape = Tape<Double>()
    #expect(throws: Refusal.self) { try tape.valueAndDerivative(at: 1) { _ in throw Refusal() } }
    #expect(tape.valueAndDerivative(at: 2) { $0 * $0 } == (4, 4))
  }

  @Test func floatTapeWorks() {
    let (value, dx, dy) = Tape<Float>().valueAndGradient(at: 3, 4) { x, y in x * y + .sin(x) }
    #expect(abs(value - 12.14112) < 1e-5 && abs(dx - (4 + Float.cos(3))) < 1e-6 && dy == 3)
  }

  @Test func variablesOfTwoTapesAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let (one, two) = (Tape<Double>(), Tape<Double>())
      _ = one.variable(1) + two.variable(2)
    }
  }

  @Test func nestedRecordingIsRefused() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      _ = tape.valueAndDerivative(at: 1) { x in Variable(tape.valueAndDerivative(at: 2) { $0 }.value) * x }
    }
  }

  /// What is done with a variable of an earlier recording.
  enum StaleUse: String, CaseIterable, CustomTestStringConvertible {
    case add, exp, sweep, adjoint, matmul, conv2d, sum, elements

    var testDescription: String { rawValue }

    func callAsFunction(_ recorded: Recorded, on tape: Tape<Double>) {
      switch self {
      case .add: _ = 2 + recorded.number
      case .exp: _ = Variable.exp(recorded.number)
      case .sweep: tape.sweep(from: recorded.number)
      case .adjoint: _ = tape.adjoint(of: recorded.matrix)
      case .matmul: _ = recorded.matrix.matmul(recorded.matrix)
      case .conv2d: _ = recorded.image.conv2d(recorded.image)
      case .sum: _ = recorded.image.sum()
      case .elements: _ = recorded.image.tensor
      }
    }
  }

  struct Recorded {
    let number: Variable<Double>
    let matrix, image: TensorVariable<Double>

    init(on tape: Tape<Double>) throws {
      number = tape.variable(1)
      matrix = tape.variable(try Tensor(repeating: 1, shape: [1, 1]))
      image = tape.variable(try Tensor(repeating: 1, shape: [1, 1, 1, 1]))
    }
  }

  @Test(arguments: StaleUse.allCases)
  func variablesFromBeforeAResetAreRefused(_ use: StaleUse) async {
    await #expect(processExitsWith: .failure) { [use = use.rawValue as String] in
      let tape = Tape<Double>()
      let recorded = try Recorded(on: tape)
      tape.reset()
      // The same positions are in use again.
      _ = try Recorded(on: tape)
      StaleUse(rawValue: use)?(recorded, on: tape)
    }
  }

  @Test(arguments: StaleUse.allCases)
  func variablesOfATapeThatIsGoneAreRefused(_ use: StaleUse) async {
    await #expect(processExitsWith: .failure) { [use = use.rawValue as String] in
      let recorded = try Recorded(on: Tape<Double>())
      // Another tape stands in its place by now.
      let tape = Tape<Double>()
      _ = try Recorded(on: tape)
      StaleUse(rawValue: use)?(recorded, on: tape)
    }
  }

  /// The uses above are refused for being late, and not in themselves.
  @Test(arguments: StaleUse.allCases) func variablesInTimeAreTaken(_ use: StaleUse) throws {
    let tape = Tape<Double>()
    use(try Recorded(on: tape), on: tape)
  }
}
