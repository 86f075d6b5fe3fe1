import Learning
import Testing

@Suite struct OptimizerParsingTests {
  /// The contract: every setting with its usual value.
  @Test(arguments: [
    ("sgd", "lr=0.001 weight_decay=0"),
    ("momentum", "lr=0.001 mu=0.9 weight_decay=0"),
    ("momentum-averaged", "lr=0.001 beta=0.9 start=first weight_decay=0"),
    ("momentum-two-term", "lr=0.001 mu=0.9 weight_decay=0"),
    ("nesterov", "lr=0.001 mu=0.9 form=shifted weight_decay=0"),
    ("adagrad", "lr=0.01 epsilon=1e-10 accumulator=0 eps_inside=false weight_decay=0"),
    ("adadelta", "lr=1 rho=0.9 epsilon=1e-6 eps_inside=true weight_decay=0"),
    ("rmsprop", "lr=0.01 beta=0.99 epsilon=1e-8 start=zero eps_inside=false weight_decay=0"),
    (
      "adam",
      "lr=0.001 beta1=0.9 beta2=0.999 epsilon=1e-8 correction=true eps_inside=false epsilon_place=outside weight_decay=0"
    ),
    (
      "adamw",
      "lr=0.001 beta1=0.9 beta2=0.999 epsilon=1e-8 correction=true eps_inside=false epsilon_place=outside weight_decay=0.01"
    ),
    (
      "nadam",
      "lr=0.002 beta1=0.9 beta2=0.999 epsilon=1e-8 form=pytorch momentum_decay=0.004 eps_inside=false weight_decay=0"
    ),
  ])
  func usualSettings(rule: String, settings: String) throws {
    let configuration = try OptimizerConfiguration(parsing: rule)
    #expect(configuration.settings.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == settings)
    #expect(configuration.description == rule)
    #expect(configuration.name == rule)
  }

  @Test func allKindsAreInTheContract() { #expect(OptimizerConfiguration.all.count == 11) }

  @Test(arguments: [
    "sgd:lr=0.4", "adam:lr=0.05,beta1=0.95", "adam:correction=multiplied", "adam:eps_inside=true",
    "adam:epsilon_place=hat", "nadam:form=constant", "nadam:momentum_decay=1", "adamw:weight_decay=0",
    "momentum-averaged:start=corrected", "rmsprop:lr=0.1,beta=0.9,start=first,weight_decay=0.001",
    "adadelta:eps_inside=false", "adagrad:accumulator=0.1", "nesterov:mu=0,form=lookahead",
  ])
  func canonicalTextsReadBack(_ text: String) throws {
    let configuration = try OptimizerConfiguration(parsing: text)
    #expect(configuration.description == text)
    #expect(try OptimizerConfiguration(parsing: configuration.description) == configuration)
  }

  @Test func anyOrderIsReadAndOneIsWritten() throws {
    let configuration = try OptimizerConfiguration(parsing: "adam:beta1=0.8,lr=5e-2,epsilon=1e-8")
    #expect(configuration.description == "adam:lr=0.05,beta1=0.8")
  }

  @Test(arguments: [
    ("adamm", "there is no optimizer \"adamm\"; there are sgd, momentum, "),
    ("", "there is no optimizer \"\"; there are sgd, "),
    ("adam:mu=0.9", "adam has no setting \"mu\"; it has lr, beta1, beta2, epsilon, "),
    ("sgd:lr=0", "lr must be a finite number above 0, not \"0\""),
    ("sgd:lr=-1", "lr must be a finite number above 0, not \"-1\""),
    ("sgd:lr=nan", "lr must be a finite number above 0, not \"nan\""),
    ("sgd:lr=1e999", "lr must be a finite number above 0, not \"1e999\""),
    ("sgd:lr=fast", "lr must be a finite number above 0, not \"fast\""),
    ("sgd:lr=", "lr must be a finite number above 0, not \"\""),
    ("adam:beta1=1", "beta1 must be at least 0 and below 1, not \"1\""),
    ("rmsprop:start=corrected", "start must be zero or first, not \"corrected\""),
    ("adam:correction=maybe", "correction must be true or false or multiplied, not \"maybe\""),
    ("adam:lr", "\"lr\" is not a setting of adam: write name=value, separated by commas"),
    ("adam:", "\"\" is not a setting of adam: write name=value, separated by commas"),
    ("adam:lr=0,1", "lr: \"0,1\" is not one number; write 0.1 with a point"),
    ("adam:beta1=0,9,lr=0.1", "beta1: \"0,9\" is not one number; write 0.9 with a point"),
    ("sgd:lr=10%", "lr must be a finite number above 0, not \"10%\"; write 0.1, or 10"),
    ("adam:lr=0.1,lr=0.2", "the setting lr is given twice"),
    ("adam:eps_inside=true,epsilon_place=hat", "eps_inside=true contradicts the other settings of adam"),
    ("nadam:form=simple,momentum_decay=1", "momentum_decay=1 contradicts the other settings of nadam"),
    ("sgd:epsilon=1", "sgd has no setting \"epsilon\"; it has lr, weight_decay"),
    ("sgd:weight_decay=-1", "weight_decay must be a finite number of at least 0, not \"-1\""),
    ("sgd:l\0r=2,05", "sgd has no setting \"l\\u{0}r\"; it has lr, weight_decay"),
    ("sgd:\u{1B}[2J=1", "sgd has no setting \"\\u{1b}[2J\"; it has lr, weight_decay"),
  ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: OptimizerError.self) { try OptimizerConfiguration(parsing: text) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func aRefusedChangeChangesNothing() throws {
    var configuration = try OptimizerConfiguration(parsing: "adam:lr=0.1")
    #expect(throws: OptimizerError.self) { try configuration.set("lr=0.2,beta1=7") }
    #expect(configuration.description == "adam:lr=0.1")
    try configuration.set("lr=0.2")
    #expect(configuration.learningRate == 0.2)
    configuration.learningRate = 0.3
    #expect(configuration.description == "adam:lr=0.3")
  }
}
