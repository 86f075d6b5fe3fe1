import Testing

@testable import Labs

@Suite("Library code of the graph lab")
struct GraphCodeTests {
  @Test(arguments: [
    ("relu(w*x+b)^2", "torch.relu(w*x + b)**2", "tf.nn.relu(w*x + b)**2"),
    ("x*y+sin(x)", "x*y + torch.sin(x)", "x*y + tf.sin(x)"),
    ("-x^-2 - 1e-5*ln(pi*x)", "-x**-2 - 1e-5*torch.log(math.pi*x)", "-x**-2 - 1e-5*tf.math.log(math.pi*x)"),
    ("max(x, -y)/e", "torch.maximum(x,-y)/math.e", "tf.maximum(x,-y)/math.e"),
  ])
  func isWhatTheLibrariesRead(_ expression: String, _ torch: String, _ tensorFlow: String) {
    #expect(PythonText.expression(expression, "torch") == torch)
    #expect(PythonText.expression(expression, "tf") == tensorFlow)
  }
}
