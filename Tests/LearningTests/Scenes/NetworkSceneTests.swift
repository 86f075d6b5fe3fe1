import Learning
import Testing

@Suite struct NetworkSceneTests {
  @Test(arguments: [
    "net:lenet5", "net:vgg16?step=3", "net:digits-cnn?input=12x12x3&view=costs",
    "net:lenet5?against=digits-cnn",
    "net:lenet5?against=FC%2010&view=shapes",
    "net:%5BCONV%2010%203x3%20pad%201,%20RELU%5Dx2,%20FC%2010?input=28x28x1",
    // A layer that does not fit is shown, too.
    "net:CONV%206%205x5?input=4x4x1", "net:FC%2010?input=20",
  ])
  func readsBack(_ text: String) throws {
    #expect(try Scene(parsing: text).description == text)
  }

  @Test func usualSettings() throws {
    #expect(try Scene(parsing: "net") == Scene(NetworkScene()))
    #expect(try Scene(parsing: "net:FC-RELU").description == "net:FC%2010,%20RELU")
  }

  @Test(
    arguments: [
      ("net:CONV", nil),
      ("net:CONV%2010", "layer 1 (CONV 10), column 6: its size is missing; CONV 10 3x3 would do"),
      ("net:lenet", "there is no network called \"lenet\"; did you mean lenet5?"),
      (
        "net:lenet5?input=3x",
        "input: \"3x\" is no input: write 32x32x3 (height x width x channels), 28x28, or 20 for a vector"
      ),
      (
        "net:lenet5?against=",
        "against: the network is empty; write layers such as CONV 6 5x5, RELU, MAXPOOL 2, FC 10"
      ),
      ("net:lenet5?view=compare", "the setting view=compare needs against"),
      ("net:lenet5?step=257", "step=257: expected a whole number from 0 to 256"),
      ("net:lenet5?colour=1", "a net scene has no setting \"colour\"; it has input, against, view, step"),
    ] as [(String, String?)])
  func refuses(_ text: String, with sentence: String?) {
    do {
      _ = try Scene(parsing: text)
      #expect(sentence == nil)
    } catch { #expect("\(error)" == sentence) }
  }
}
