import ArgumentParser
import Glibc
import NcursesBackend

/// The program: opens the home screen, or runs one of its commands.
@main
struct Strider: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strider",
    abstract: "Learn the basics of deep learning by taking them step by step.",
    discussion: """
      Without a command, Strider opens its home screen. Every command prints text or, with --json, one JSON object \
      when its output is not a terminal.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Convolution",
        subcommands: [
          SizeCommand.self, ConvCommand.self, Conv1DCommand.self, PoolCommand.self, ImageCommand.self,
        ]),
      CommandGroup(
        name: "Learning", subcommands: [EmaCommand.self, RaceCommand.self, GradCommand.self, FitCommand.self]),
      CommandGroup(
        name: "Networks",
        subcommands: [
          LayerCommand.self, ShapesCommand.self, NetCommand.self, CurveCommand.self, LossCommand.self,
          SoftmaxCommand.self, NormCommand.self,
          DepthCommand.self, ClassifyCommand.self, TrainCommand.self, PredictCommand.self,
        ]),
      CommandGroup(name: "Teaching", subcommands: [PresentCommand.self]),
      CommandGroup(
        name: "Lessons",
        subcommands: [
          LessonsCommand.self, LearnCommand.self, QuizCommand.self, ProgressCommand.self, ReportCommand.self,
          CheckCommand.self,
        ]),
      CommandGroup(
        name: "Scene", subcommands: [OpenCommand.self, SnapshotCommand.self, DoctorCommand.self]),
    ])

  @OptionGroup var folder: LessonOptions

  @OptionGroup var look: ScreenOptions

  /// Carries out the command line and ends the process: the only place where errors are caught.
  static func main() {
    // A reader that has seen enough is told apart from other errors where output is written.
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files is an error like a full disk, where something is saved.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if try !Shortcut.open(arguments) { try perform(arguments) }
    } catch let ending as EndedBySignal {
      ending.endProcess()
    } catch {
      let failure = Failure(error, arguments: arguments)
      if let sentence = failure.sentence { StandardError.note(sentence) }
      Glibc.exit(failure.status.rawValue)
    }
  }

  private static func perform(_ arguments: [String]) throws {
    let arguments = try OptionNames.checked(arguments)
    let verbs = CommandTraits.names + ["help"]
    if arguments.count > 1, arguments[0] == "help", !verbs.contains(arguments[1]),
      !arguments[1].hasPrefix("-")
    {
      throw UsageError.unknownCommand(arguments[1], known: verbs)
    }
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch  where exitCode(for: error).isSuccess {
      // Help, version and completion scripts leave the argument parser as errors.
      try StandardOutput.write(fullMessage(for: error) + "\n")
    }
  }

  /// What the command line without a command does.
  func run() throws {
    if LabSession.hasTerminal {
      return try LabSession.home(LearnerSession(lessons: folder.lessons), look.terminalOptions())
    }
    _ = try look.terminalOptions()
    try StandardOutput.write(Self.helpMessage(columns: 80) + "\n")
  }
}
