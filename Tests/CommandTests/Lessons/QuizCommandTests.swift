import Foundation
import Testing

/// `strider quiz` as a process.
@Suite struct QuizCommandTests {
  @Test func `the JSON is as the contract has it`() throws {
    let run = try StriderRun("quiz --topic output-size --count 40 --seed 7 --json")
    let questions = try #require(run.json["questions"] as? [[String: Any]])
    #expect(try Set(run.json.keys) == ["questions"])
    #expect(questions.count == 40)
    for question in questions {
      #expect(Set(question.keys) == ["id", "topic", "prompt", "given", "answer", "wrong", "solution"])
      #expect(question["topic"] as? String == "output-size")
      let given = try #require(question["given"] as? [String: Any])
      #expect(Set(given.keys) == ["input", "kernel", "padding", "stride", "dilation", "rule"])
      let wrong = try #require(question["wrong"] as? [[String: String]])
      #expect(wrong.allSatisfy { Set($0.keys) == ["answer", "misconception"] })
      #expect(Set(wrong.map { $0["answer"] } + [question["answer"] as? String]).count == wrong.count + 1)
    }
    #expect(questions.first?["id"] as? String == "output-size-7-1")
  }

  /// The numbers of a question, given to the matching command, lead to its answer.
  @Test func `what is given can be handed to strider size`() throws {
    let run = try StriderRun("quiz --topic output-size --count 12 --seed 5 --json")
    for question in try #require(run.json["questions"] as? [[String: Any]]) {
      let given = try #require(question["given"] as? [String: Any])
      let size = try StriderRun(["size", "--json"] + given.flatMap { ["--\($0.key)", "\($0.value)"] })
      let sides = try size.json["output"] as? [Int]
      let text = sides.map { $0[0] == $0[1] ? "\($0[0])" : "\($0[0])x\($0[1])" } ?? "cannot"
      #expect(text == question["answer"] as? String)
    }
  }

  @Test(arguments: ["--json", "--export gift", "--export csv", ""])
  func `the same seed gives the same bytes, another seed others`(_ form: String) throws {
    let one = try StriderRun("quiz --count 30 --seed 7 \(form)")
    #expect(one.output == (try StriderRun("quiz --count 30 --seed 7 \(form)")).output)
    #expect(one.output != (try StriderRun("quiz --count 30 --seed 8 \(form)")).output)
    #expect(one.status == 0)
  }

  @Test func `without a seed the one that chance gave is printed and repeats the quiz`() throws {
    let run = try StriderRun("quiz --topic softmax --topic dropout --count 3")
    let line = try #require(run.output.split(separator: "\n").dropFirst().first)
    let again = line.dropFirst("Again: strider ".count)
    #expect(again.hasPrefix("quiz --topic softmax --topic dropout --count 3 --seed "))
    #expect(try StriderRun(String(again)).output == run.output)
  }

  @Test func `the handout fits on 76 columns and keeps the answers for the end`() throws {
    let run = try StriderRun("quiz --count 26 --seed 1")
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 76 })
    #expect(lines.first == "Quiz, 26 questions")
    let answers = try #require(lines.firstIndex(of: "Answers"))
    #expect(lines[..<answers].contains { $0.hasPrefix("26. ") })
    #expect(lines[answers...].contains { $0.hasPrefix("26. ") })
  }

  @Test func `line by line it names slips, keeps the answers, and tells how it went`() throws {
    let questions = try #require(
      StriderRun("quiz --topic output-size --count 2 --seed 7 --json").json["questions"] as? [[String: Any]])
    let answers = questions.compactMap { $0["answer"] as? String }
    let slip = try #require((questions[0]["wrong"] as? [[String: String]])?[0]["answer"])
    let home = try LearnersHome()
    let run = try home.run(
      "quiz --topic output-size --count 2 --seed 7 --text",
      input: "hint\n\(slip)\n\(answers[0])\n\n\(answers[1])\n\n")
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        "The same questions again: strider quiz --topic output-size --count 2 --seed 7 --text\n"))
    #expect(run.output.contains("\nNot quite: you "))
    #expect(run.output.hasSuffix("That was the quiz.\nRight at once: 1 of 2.\n"))
    #expect(try home.replies == [slip, answers[0], answers[1]])
    #expect(
      try home.entries.map { $0["item"] as? String } == [
        "output-size-7-1", "output-size-7-1", "output-size-7-1", "output-size-7-2",
      ])
  }

  @Test func `the end of the input and a home that cannot be written are told calmly`() throws {
    let run = try StriderRun(
      ["quiz", "--text", "--topic", "dropout", "--seed", "7"], environment: ["XDG_DATA_HOME": "/proc"],
      input: "99\n98\n")
    #expect(run.status == 1)
    #expect(run.errors.count { $0 == "\n" } == 2)
    #expect(run.errors.hasPrefix("strider: your answers cannot be saved for now ("))
    #expect(run.errors.contains("\nstrider: 2 entries of your log could not be saved: "))
    #expect(run.output.contains("\nThe input has ended.\n"))
  }

  @Test func `a quiz that is taken up again counts on`() throws {
    let home = try LearnersHome()
    let quiz = "quiz --text --topic dropout --count 1 --seed 7"
    let json = try StriderRun("quiz --topic dropout --count 1 --seed 7 --json").json
    let answer = try #require((json["questions"] as? [[String: Any]])?[0]["answer"] as? String)
    _ = try home.run(quiz, input: "99\n99\nq\n")
    #expect(try home.replies == ["99"])
    let run = try home.run(quiz, input: "\(answer)\n\n")
    #expect(run.output.contains("So far: 1 wrong answer and 0 hints.\n"))
    #expect(try home.entries.last?["attempt"] as? Int == 2)
    #expect(!run.output.contains("Right at once: 1"))
  }

  @Test func `grids of a quiz are aligned blocks`() throws {
    let run = try StriderRun("quiz --topic pooling-cell --count 1 --seed 3")
    #expect(run.output.contains(/\n  grid:\n(    [ 0-9-]+\n){4,}/))
  }

  @Test func `the questions of a lesson are exported`() throws {
    let run = try StriderRun("quiz --lesson window --export gift")
    #expect(run.errors == "" && run.status == 0)
    #expect(
      run.output.hasPrefix(
        "$CATEGORY: Strider/2D convolution, one window at a time\n\n::window/the-grid::[html]<p>"))
    #expect(run.output.contains("<pre>"))
    let json = try StriderRun("quiz --lesson window --json").json["questions"] as? [[String: Any]]
    #expect(json?.first?["id"] as? String == "window/the-grid")
    #expect(json?.first?["topic"] as? String == "window")
    let order = try StriderRun("quiz --lesson practice --export gift").output
    #expect(order.contains("\n=1. -> "))
    #expect(try StriderRun("quiz --lesson windo --topic softmax").status == 64)
    #expect(try StriderRun("quiz --lesson nosuch").errors.contains("there is no lesson \"nosuch\""))
  }

  @Test func `a topic with fewer questions gives all it has, once, and says so`() throws {
    let run = try StriderRun("quiz --topic same-padding --count 500 --seed 2 --export csv")
    let rows = run.output.components(separatedBy: "\r\n").dropLast()
    #expect((100...156).contains(rows.count))
    #expect(
      run.errors
        == "strider: there are only \(rows.count - 1) different questions about padding for the same size\n")
    #expect(run.status == 0)
  }

  @Test func `the table has a row for each question`() throws {
    let run = try StriderRun("quiz --topic parameters --count 15 --seed 2 --export csv")
    let rows = run.output.components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 16)
    #expect(rows[0].hasPrefix("id,topic,prompt,answer,wrong_1,misconception_1,"))
    #expect(rows[0].hasSuffix(",solution"))
  }
}
