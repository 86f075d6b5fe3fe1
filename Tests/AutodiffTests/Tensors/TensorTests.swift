import Autodiff
import TestSupport
import Testing

@Suite struct TensorTests {
  @Test func elementsAreInRowMajorOrder() throws {
    var tensor = try Tensor<Double>(shape: [2, 3], elements: [0, 1, 2, 3, 4, 5])
    #expect(tensor[1, 0] == 3 && tensor[0, 2] == 2)
    tensor[1, 2] = 9
    #expect(tensor.elements == [0, 1, 2, 3, 4, 9])
    let number = try Tensor<Double>(shape: [], elements: [4])
    #expect(number.rank == 0 && number[] == 4)
  }

  /// A write that copied the elements would take half an hour here.
  @Test func elementsAreWrittenInPlace() throws {
    let side = 1000
    var tensor = try Tensor<Double>(repeating: 0, shape: [side, side])
    for row in 0..<side {
      for column in 0..<side { tensor[row, column] = Double(row - column) }
    }
    #expect(tensor.elements.reduce(0, +) == 0)
    tensor.elements[1] = 5
    #expect(tensor[0, 1] == 5)
  }

  @Test func theNumberOfElementsStays() async {
    await #expect(processExitsWith: .failure) {
      var tensor = Tensor<Double>(vector: [1, 2])
      tensor.elements.append(3)
    }
  }

  @Test func wrongShapesAreNamed() {
    #expect(throws: ShapeError.count(elements: 3, shape: [2, 2])) {
      try Tensor<Double>(shape: [2, 2], elements: [1, 2, 3])
    }
    #expect(throws: ShapeError.size(shape: [.max, 2])) { try Tensor<Double>(shape: [.max, 2], elements: []) }
    #expect(throws: ShapeError.self) { try Tensor<Double>(shape: [-1], elements: []) }
  }

  @Test func numbersAndTensorsShareTheTape() throws {
    let tape = Tape<Double>()
    let x = tape.variable(3)
    let v = tape.variable(Tensor(vector: [1, 2, 4]))
    let f = (v * TensorVariable(x)).sum().number * x + 1
    #expect(f.value == 64)
    tape.sweep(from: f)
    #expect(tape.adjoint(of: x) == 42)
    #expect(tape.adjoint(of: v).elements == [9, 9, 9])
    #expect(tape.nodes.last?.operation == .add)
  }

  @Test func reusingATapeGivesTheSameGradients() throws {
    var numbers = SeededNumbers(seed: 3)
    let point = [try numbers.tensor([4, 5]), try numbers.tensor([5, 3])]
    func f(_ p: [TensorVariable<Double>]) -> TensorVariable<Double> { .tanh(p[0].matmul(p[1])).mean() }
    let tape = Tape<Double>()
    let first = tape.valueAndGradients(at: point, of: f)
    for _ in 0..<5 {
      let again = tape.valueAndGradients(at: point, of: f)
      #expect(again.value == first.value && again.gradients == first.gradients)
    }
  }

  @Test func constantsHaveNoAdjoint() throws {
    let tape = Tape<Double>()
    let c = tape.constant(Tensor(vector: [1, 2]))
    let x = tape.variable(Tensor(vector: [3, 4]))
    let f = (c * c * x).sum()
    tape.sweep(from: f)
    #expect(tape.adjoint(of: c).elements == [0, 0])
    #expect(tape.adjoint(of: x).elements == [1, 4])
    tape.sweep(from: c)
    #expect(tape.adjoint(of: x).elements == [0, 0])
  }

  @Test func shapesThatDoNotBroadcastAreRefused() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Double>()
      _ = tape.variable(Tensor(vector: [1, 2])) + tape.variable(Tensor(vector: [1, 2, 3]))
    }
  }
}
